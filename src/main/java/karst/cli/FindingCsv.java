package karst.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.content.DetectReport;
import karst.content.Detection;
import karst.content.Finding;
import karst.content.RiskEvents;
import karst.type.Numbers;

/** Writes findings as CSV; several values in a cell are joined by line breaks. */
final class FindingCsv {
  private FindingCsv() {}

  /** Writes a record for each finding; the row itself is a cell of lines {@code field=value}. */
  static void findings(DetectReport report, OutputStream out) throws IOException {
    CsvWriter writer = writer(out);
    writer.writeRecord(
        "detection",
        "id",
        "file",
        "first_time",
        "last_time",
        "risk_score",
        "risk_message",
        "entities",
        "techniques",
        "stories",
        "row");
    report.findings().forEach(finding -> write(finding, writer));
    writer.flush();
  }

  private static void write(Finding finding, CsvWriter writer) {
    Detection detection = finding.detection();
    List<String> entities = new ArrayList<>();
    for (Finding.Entity entity : finding.entities()) {
      entities.add(entity.object().field() + "=" + String.join(", ", entity.values()));
    }
    List<String> row = new ArrayList<>();
    for (String field : finding.fields().keySet()) {
      finding.texts(field).forEach(value -> row.add(field + "=" + value));
    }
    writer.writeRecord(
        detection.name(),
        detection.id(),
        detection.file(),
        finding.first(),
        finding.last(),
        Numbers.format(detection.risk().score()),
        finding.message(),
        String.join("\n", entities),
        String.join("\n", detection.tags().techniques()),
        String.join("\n", detection.tags().stories()),
        String.join("\n", row));
  }

  /** Writes a record for each event that the findings put into {@code Risk.All_Risk}. */
  static void risk(DetectReport report, OutputStream out) throws IOException {
    CsvWriter writer = writer(out);
    writer.writeRecord(RiskEvents.FIELDS);
    report
        .findings()
        .flatMap(finding -> RiskEvents.of(finding).stream())
        .forEach(
            event ->
                writer.writeRecord(
                    RiskEvents.FIELDS.stream().map(field -> value(event, field)).toList()));
    writer.flush();
  }

  private static String value(Map<String, List<String>> event, String field) {
    return String.join("\n", event.getOrDefault(field, List.of()));
  }

  private static CsvWriter writer(OutputStream out) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
  }
}
