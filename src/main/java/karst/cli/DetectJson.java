package karst.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karst.content.DetectReport;
import karst.content.Detection;
import karst.content.DetectionRun;
import karst.content.Finding;
import karst.source.Diagnostic;
import karst.source.Severity;
import karst.type.Numbers;

/** Writes findings as JSON. */
final class DetectJson {
  private final JsonGenerator json;

  private DetectJson(OutputStream out) throws IOException {
    json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** Writes one object with all detections. */
  static void report(DetectReport report, OutputStream out) throws IOException {
    DetectJson writer = new DetectJson(out);
    writer.report(report);
    writer.json.writeRaw('\n');
    writer.json.close();
  }

  /** Writes an object for each finding, each on a line of its own. */
  static void findings(DetectReport report, OutputStream out) throws IOException {
    DetectJson writer = new DetectJson(out);
    writer.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    boolean any = false;
    for (DetectionRun run : report.runs()) {
      for (Finding finding : run.findings()) {
        writer.finding(finding, true);
        any = true;
      }
    }
    writer.json.writeRaw(any ? "\n" : "");
    writer.json.close();
  }

  private void report(DetectReport report) throws IOException {
    json.writeStartObject();
    json.writeNumberField("detections", report.runs().size());
    for (DetectionRun.State state : DetectionRun.State.values()) {
      json.writeNumberField(name(state), report.count(state));
    }
    json.writeNumberField("milliseconds", report.time().toMillis());
    json.writeArrayFieldStart("results");
    json.writeRaw('\n');
    for (DetectionRun run : report.runs()) {
      run(run);
      json.writeRaw('\n');
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String name(DetectionRun.State state) {
    return state.label().replace(' ', '_');
  }

  private void run(DetectionRun run) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", run.detection().file());
    json.writeStringField("name", run.detection().name());
    if (run.detection() instanceof Detection detection) {
      json.writeStringField("id", detection.id());
      about(detection);
    }
    json.writeStringField("state", name(run.state()));
    json.writeArrayFieldStart("reasons");
    for (Diagnostic diagnostic : run.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        json.writeString(diagnostic.message());
      }
    }
    json.writeEndArray();
    json.writeNumberField("rows", run.rows());
    json.writeNumberField("milliseconds", run.time().toMillis());
    json.writeArrayFieldStart("findings");
    for (Finding finding : run.findings()) {
      finding(finding, false);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void about(Detection detection) throws IOException {
    texts("techniques", detection.tags().techniques());
    texts("stories", detection.tags().stories());
  }

  private void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void finding(Finding finding, boolean alone) throws IOException {
    Detection detection = finding.detection();
    json.writeStartObject();
    if (alone) {
      json.writeStringField("detection", detection.name());
      json.writeStringField("id", detection.id());
      json.writeStringField("file", detection.file());
      about(detection);
    }
    json.writeStringField("first_time", finding.first());
    json.writeStringField("last_time", finding.last());
    number("risk_score", detection.risk().score());
    json.writeStringField("risk_message", finding.message());
    json.writeArrayFieldStart("entities");
    for (Finding.Entity entity : finding.entities()) {
      entity(entity);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("row");
    for (Map.Entry<String, Object> field : finding.fields().entrySet()) {
      json.writeFieldName(field.getKey());
      value(field.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void entity(Finding.Entity entity) throws IOException {
    json.writeStartObject();
    json.writeStringField("field", entity.object().field());
    json.writeStringField("type", entity.object().type());
    json.writeStringField("role", entity.object().role().name().toLowerCase(Locale.ROOT));
    number("score", entity.object().score());
    texts("values", entity.values());
    json.writeEndObject();
  }

  private void value(Object value) throws IOException {
    if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        value(item);
      }
      json.writeEndArray();
    } else if (value instanceof Double number && Double.isFinite(number)) {
      json.writeNumber(Numbers.format(number));
    } else if (value instanceof Double number) {
      json.writeString(Numbers.format(number));
    } else {
      json.writeString(value.toString());
    }
  }

  private void number(String name, double number) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(Numbers.format(number));
  }
}
