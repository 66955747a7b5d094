package karst.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import karst.content.CheckReport;
import karst.content.CheckResult;
import karst.source.Diagnostic;
import karst.source.Location;
import karst.source.Origin;

/** Writes the outcome of a check as one JSON object, each detection on a line of its own. */
final class CheckJson {
  private final JsonGenerator json;

  private CheckJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(CheckReport report, OutputStream out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    new CheckJson(json).write(report);
    json.writeRaw('\n');
    json.close();
  }

  private void write(CheckReport report) throws IOException {
    json.writeStartObject();
    json.writeNumberField("detections", report.results().size());
    json.writeNumberField("ok", report.count(CheckResult.Status.OK));
    json.writeNumberField("unsupported", report.count(CheckResult.Status.UNSUPPORTED));
    json.writeNumberField("failed", report.count(CheckResult.Status.FAILED));
    if (report.dialect().isPresent()) {
      json.writeStringField("dialect", report.dialect().get());
      json.writeNumberField("exportable", report.exportable());
    }
    json.writeArrayFieldStart("results");
    json.writeRaw('\n');
    for (CheckResult result : report.results()) {
      write(result);
      json.writeRaw('\n');
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(CheckResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", result.file());
    json.writeStringField("name", result.name());
    json.writeStringField("status", result.status().name().toLowerCase(Locale.ROOT));
    json.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : result.diagnostics()) {
      write(diagnostic);
    }
    for (Diagnostic refusal : result.refusals()) {
      write(refusal);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", diagnostic.id());
    json.writeStringField("severity", diagnostic.severity().label());
    json.writeStringField("message", diagnostic.message());
    Origin origin = diagnostic.origin();
    if (origin != null) {
      Location place = origin.location();
      json.writeNumberField("line", place.line());
      json.writeNumberField("column", place.column());
    }
    json.writeEndObject();
  }
}
