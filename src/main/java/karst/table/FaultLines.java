package karst.table;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/** How often each fault occurs, and the first lines on which it does. */
final class FaultLines {
  private static final int NAMED = 5;

  private final Map<DataFault, Occurrences> found = new EnumMap<>(DataFault.class);

  /** Adds a fault on a line. */
  void add(DataFault fault, long line) {
    found.computeIfAbsent(fault, key -> new Occurrences()).add(1, line);
  }

  /** Adds what was found in a part of the file, whose line 0 is {@code firstLine} here. */
  void addAll(FaultLines part, long firstLine) {
    part.found.forEach(
        (fault, occurrences) -> {
          Occurrences here = found.computeIfAbsent(fault, key -> new Occurrences());
          here.count += occurrences.count;
          here.more |= occurrences.more;
          occurrences.lines.forEach(line -> here.add(0, firstLine + line));
        });
  }

  /** Returns whether there is no fault. */
  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns the first line with a fault, null when there is none. */
  @Nullable Long first(DataFault fault) {
    Occurrences occurrences = found.get(fault);
    return occurrences == null ? null : occurrences.lines.first();
  }

  /** Hands over one warning for each kind of fault. */
  void report(String file, Consumer<Diagnostic> sink) {
    found.forEach(
        (fault, occurrences) ->
            sink.accept(
                Diagnostic.warning(
                    DiagnosticCode.MALFORMED_DATA,
                    fault.message(occurrences.count, file) + " (" + occurrences.places() + ")")));
  }

  private static final class Occurrences {
    private final TreeSet<Long> lines = new TreeSet<>();
    private long count;
    private boolean more;

    void add(long faults, long line) {
      count += faults;
      if (lines.size() < NAMED || line < lines.last()) {
        lines.add(line);
      } else if (line > lines.last()) {
        more = true;
      }
      if (lines.size() > NAMED) {
        lines.pollLast();
        more = true;
      }
    }

    String places() {
      String list = lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
      return (lines.size() == 1 ? "line " : "lines ") + list + (more ? ", ..." : "");
    }
  }
}
