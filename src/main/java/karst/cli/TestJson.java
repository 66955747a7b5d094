package karst.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import karst.content.TestOutcome;
import karst.content.TestReport;

/** Writes the outcome of tests as one JSON object, each test on a line of its own. */
final class TestJson {
  private TestJson() {}

  static void write(TestReport report, OutputStream out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeNumberField("tests", report.outcomes().size());
    for (TestOutcome.Status status : TestOutcome.Status.values()) {
      json.writeNumberField(name(status), report.count(status));
    }
    json.writeNumberField("untested", report.untested());
    json.writeNumberField("milliseconds", report.time().toMillis());
    json.writeArrayFieldStart("results");
    json.writeRaw('\n');
    for (TestOutcome outcome : report.outcomes()) {
      write(outcome, json);
      json.writeRaw('\n');
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private static void write(TestOutcome outcome, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", outcome.file());
    json.writeStringField("detection", outcome.detection());
    json.writeStringField("test", outcome.test());
    json.writeStringField("status", name(outcome.status()));
    json.writeStringField("reason", outcome.reason());
    json.writeNumberField("milliseconds", outcome.time().toMillis());
    json.writeEndObject();
  }

  private static String name(TestOutcome.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
