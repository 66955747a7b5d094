package karst.table.summary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.ScanContext;
import karst.table.Table;

/**
 * Brings a summary up to date: the rows of inputs that are not in it are appended.
 *
 * @param folder the summary
 * @param span the seconds of time of a file
 * @param maxMemory how many bytes of rows may wait to be written
 */
public record Summarizing(SummaryFolder folder, long span, long maxMemory) {
  /** A day. */
  public static final long DAY = 86_400;

  /**
   * A file to be summarised.
   *
   * @param path the file
   * @param origin how it is read
   */
  public record Source(Path path, String origin) {}

  /**
   * What came of it.
   *
   * @param before the summary before
   * @param after the summary afterwards
   */
  public record Outcome(Manifest before, Manifest after) {
    /** Returns how many inputs were added. */
    public int inputs() {
      return after.inputs().size() - before.inputs().size();
    }

    /** Returns how many files were added. */
    public int files() {
      return after.files().size() - before.files().size();
    }

    /** Returns how many rows were added. */
    public long rows() {
      return after.rows() - before.rows();
    }
  }

  /**
   * Appends the rows of those files whose content is not in the summary yet.
   *
   * @param tables makes the table of some of the sources
   * @throws karst.source.SplException if a file was in the summary with another content, cannot be
   *     read or changes meanwhile, or if another process writes to the summary; it is as it was
   *     then
   */
  public Outcome run(
      List<Source> sources, Function<List<Source>, Table> tables, ScanContext context) {
    try (SummaryFolder.Lock lock = folder.lock()) {
      folder.clean();
      Manifest before = folder.manifest();
      List<SummaryInput> inputs = new ArrayList<>();
      List<Source> fresh = fresh(sources, before, inputs);
      if (fresh.isEmpty()) {
        return new Outcome(before, before);
      }
      List<SummaryFile> files =
          new SummaryWriter(folder, inputs, span, maxMemory).write(tables.apply(fresh), context);
      for (int i = 0; i < inputs.size(); i++) {
        if (!inputs.get(i).isUnchanged(fresh.get(i).path())) {
          throw fault(fresh.get(i), "changed while it was read").toException();
        }
      }
      Manifest after = before.and(inputs, files);
      folder.commit(after, files);
      return new Outcome(before, after);
    } catch (IOException failure) {
      throw folder.unwritable(failure);
    }
  }

  private static List<Source> fresh(
      List<Source> sources, Manifest manifest, List<SummaryInput> inputs) {
    Coverage coverage = new Coverage(manifest);
    List<Source> fresh = new ArrayList<>();
    Set<List<String>> seen = new LinkedHashSet<>();
    for (Source source : sources) {
      SummaryInput known = coverage.known(source.path(), source.origin());
      if (known != null && known.isUnchanged(source.path())) {
        continue;
      }
      SummaryInput input = SummaryInput.of(source.path(), source.origin());
      if (coverage.covers(input)) {
        continue;
      }
      if (known != null) {
        throw fault(source, "is in the summary with another content, whose rows would count twice")
            .hint("summarise into a new folder, or give new events a file of their own")
            .toException();
      }
      if (seen.add(List.of(input.digest(), input.origin()))) {
        inputs.add(input);
        fresh.add(source);
      }
    }
    return fresh;
  }

  private static Diagnostic fault(Source source, String reason) {
    return Diagnostic.error(
        DiagnosticCode.MALFORMED_DATA, "cannot summarise `" + source.path() + "`: it " + reason);
  }
}
