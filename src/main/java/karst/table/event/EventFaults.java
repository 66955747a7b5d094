package karst.table.event;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;

/** The faults of files: how often each occurs, the first lines, and one reason. */
final class EventFaults {
  private static final int NAMED = 5;

  /** More files with faults than this are only counted: a folder may have very many. */
  private static final int FILES = 50;

  private final boolean strict;
  private final Map<String, Map<EventFault, Found>> files = new LinkedHashMap<>();
  private long others;

  /** Creates an empty collection; a strict one throws at the first fault. */
  EventFaults(boolean strict) {
    this.strict = strict;
  }

  /**
   * Adds a fault of a record.
   *
   * @param reason what exactly is wrong; empty for nothing to add
   * @throws karst.source.SplException if the collection is strict
   */
  void add(String file, EventFault fault, long line, String reason) {
    if (strict) {
      throw Diagnostic.error(
              DiagnosticCode.MALFORMED_DATA,
              fault.message(1, file) + " (line " + line + because(reason) + ")")
          .toException();
    }
    Map<EventFault, Found> found = files.get(file);
    if (found == null) {
      if (files.size() == FILES) {
        others++;
        return;
      }
      found = new EnumMap<>(EventFault.class);
      files.put(file, found);
    }
    found.computeIfAbsent(fault, key -> new Found(reason)).add(line);
  }

  /** Hands over a warning for each kind of fault of each file. */
  void report(Consumer<Diagnostic> sink) {
    files.forEach(
        (file, faults) ->
            faults.forEach(
                (fault, found) ->
                    sink.accept(warning(fault.message(found.count, file) + found.places()))));
    if (others > 0) {
      sink.accept(warning(others + " more faults stand in other files of events"));
    }
  }

  private static Diagnostic warning(String message) {
    return Diagnostic.warning(DiagnosticCode.MALFORMED_DATA, message);
  }

  private static String because(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }

  /** The occurrences of a fault in a file. */
  private static final class Found {
    private final List<Long> lines = new ArrayList<>();
    private final String reason;
    private long count;

    Found(String reason) {
      this.reason = reason;
    }

    void add(long line) {
      count++;
      if (lines.size() < NAMED) {
        lines.add(line);
      }
    }

    String places() {
      String list = lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
      return (lines.size() == 1 ? " (line " : " (lines ")
          + list
          + (count > NAMED ? ", ..." : "")
          + because(reason)
          + ")";
    }
  }
}
