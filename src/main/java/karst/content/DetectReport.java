package karst.content;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import karst.source.Diagnostic;

/**
 * What came of running the detections of a folder.
 *
 * @param runs one for each detection, in the order of their paths
 * @param notes why some of them read a table by themselves
 * @param time how long all took
 */
public record DetectReport(List<DetectionRun> runs, List<Diagnostic> notes, Duration time) {
  public DetectReport {
    runs = List.copyOf(runs);
    notes = List.copyOf(notes);
  }

  /** Returns how many runs went in a way. */
  public long count(DetectionRun.State state) {
    return runs.stream().filter(run -> run.state() == state).count();
  }

  /** Returns the warnings about the data that were searched, each once. */
  public List<Diagnostic> dataWarnings() {
    return runs.stream().flatMap(run -> run.dataWarnings().stream()).distinct().toList();
  }

  /** Returns the findings of all detections. */
  public Stream<Finding> findings() {
    return runs.stream().flatMap(run -> run.findings().stream());
  }
}
