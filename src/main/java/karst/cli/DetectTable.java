package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import karst.content.DetectReport;
import karst.content.DetectionRun;
import karst.content.Finding;
import karst.type.Numbers;

/**
 * Findings for people.
 *
 * @param width the number of columns of text that there is room for
 */
record DetectTable(DetectReport report, int width) {
  private static final List<String> FINDINGS =
      List.of("score", "detection", "time", "entities", "message");
  private static final List<String> STATES = List.of("state", "detection", "rows", "ms", "reason");

  /** Writes the findings, perhaps all detections, and a summary. */
  void write(boolean states, OutputStream out) throws IOException {
    List<String[]> findings = new ArrayList<>();
    report.findings().map(DetectTable::row).forEach(findings::add);
    table(FINDINGS, new boolean[] {true, false, false, false, false}, findings, out);
    List<String[]> runs = new ArrayList<>();
    for (DetectionRun run : report.runs()) {
      boolean wrong = run.state() == DetectionRun.State.FAILED;
      if (states || wrong) {
        runs.add(row(run));
      }
    }
    table(STATES, new boolean[] {false, false, true, true, false}, runs, out);
    out.write((summary() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void table(List<String> headers, boolean[] numeric, List<String[]> rows, OutputStream out)
      throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    ColumnWidths widths = ColumnWidths.of(headers, rows);
    if (widths.fit(width)) {
      new TableLayout(headers, numeric, widths.within(width)).write(rows, out);
    } else {
      new BlockLayout(headers, width).write(rows, out);
    }
  }

  private static String[] row(Finding finding) {
    List<String> entities = new ArrayList<>();
    for (Finding.Entity entity : finding.entities()) {
      entities.add(entity.object().field() + "=" + String.join(", ", entity.values()));
    }
    boolean moment = finding.first().equals(finding.last());
    return visible(
        Numbers.format(finding.detection().risk().score()),
        finding.detection().name(),
        moment ? finding.first() : finding.first() + "\n" + finding.last(),
        String.join("\n", entities),
        finding.message());
  }

  private static String[] row(DetectionRun run) {
    return visible(
        run.state().label(),
        run.detection().name(),
        Long.toString(run.rows()),
        Long.toString(run.time().toMillis()),
        run.reason());
  }

  private static String[] visible(String... cells) {
    String[] visible = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      visible[i] = VisibleText.of(cells[i]);
    }
    return visible;
  }

  private String summary() {
    long rows = report.runs().stream().mapToLong(DetectionRun::rows).sum();
    return String.format(
        "%s: %d fired with %s, %d silent, %d not runnable, %d failed; %d ms",
        count(report.runs().size(), "detection"),
        report.count(DetectionRun.State.FIRED),
        count(rows, "finding"),
        report.count(DetectionRun.State.SILENT),
        report.count(DetectionRun.State.NOT_RUNNABLE),
        report.count(DetectionRun.State.FAILED),
        report.time().toMillis());
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
