package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import karst.content.TestOutcome;
import karst.content.TestReport;

/** Writes the outcome of tests as the XML of JUnit: a suite for each detection. */
final class JunitXml {
  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(TestReport report, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      new JunitXml(xml).write(report);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void write(TestReport report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    start("testsuites", "karst", report.outcomes());
    Map<String, List<TestOutcome>> suites = new LinkedHashMap<>();
    for (TestOutcome outcome : report.outcomes()) {
      suites.computeIfAbsent(outcome.file(), unused -> new ArrayList<>()).add(outcome);
    }
    for (Map.Entry<String, List<TestOutcome>> suite : suites.entrySet()) {
      start("testsuite", suite.getKey(), suite.getValue());
      for (TestOutcome outcome : suite.getValue()) {
        write(outcome);
      }
      end();
    }
    end();
    xml.writeEndDocument();
  }

  private void start(String element, String name, List<TestOutcome> tests)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("name", name);
    attribute("tests", Integer.toString(tests.size()));
    attribute("failures", count(tests, TestOutcome.Status.FAILED));
    attribute("errors", "0");
    attribute("skipped", count(tests, TestOutcome.Status.SKIPPED));
    attribute(
        "time",
        seconds(tests.stream().map(TestOutcome::time).reduce(Duration.ZERO, Duration::plus)));
    xml.writeCharacters("\n");
  }

  private void write(TestOutcome outcome) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", outcome.detection());
    attribute("name", outcome.test());
    attribute("time", seconds(outcome.time()));
    switch (outcome.status()) {
      case PASSED -> {}
      case FAILED -> reason("failure", outcome.reason());
      case SKIPPED -> reason("skipped", outcome.reason());
    }
    end();
  }

  private void reason(String element, String reason) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attribute("message", reason);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** Characters that XML cannot hold are shown as escapes. */
  private void attribute(String name, String value) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              if (isXml(c)) {
                text.appendCodePoint(c);
              } else {
                text.append(String.format("\\u%04x", c));
              }
            });
    xml.writeAttribute(name, text.toString());
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static String count(List<TestOutcome> tests, TestOutcome.Status status) {
    return Long.toString(tests.stream().filter(test -> test.status() == status).count());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }
}
