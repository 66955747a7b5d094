package karst.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.SplException;
import karst.table.Table;
import karst.table.Tables;
import karst.table.event.EventInput;
import karst.yaml.YamlReader;

/**
 * The tests that stand beside a detection: for {@code a.yml} in {@code a.test.yml}, since the
 * detection's own tests say nothing about rows.
 */
final class SideFile {
  /** The end of the names of such files. */
  static final String SUFFIX = ".test.yml";

  private final Detection detection;
  private final Path file;
  private final Diagnostics problems;

  private SideFile(Detection detection, Path file, SourceText source) {
    this.detection = detection;
    this.file = file;
    this.problems = new Diagnostics(SourceMap.identity(source));
  }

  /**
   * Returns the tests beside a detection; none where there is no file.
   *
   * @throws SplException if the file cannot be read or is malformed
   */
  static List<TestCase> read(Path folder, Detection detection) {
    Path file = folder.resolve(detection.file().replaceFirst("\\.ya?ml$", SUFFIX));
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      SourceText source = SourceText.of(file.toString(), Files.readString(file));
      return new SideFile(detection, file, source).tests(source);
    } catch (IOException e) {
      throw new SplException(
          Diagnostic.error(DiagnosticCode.UNREADABLE_FILE, "cannot read tests from `" + file + "`"),
          e);
    }
  }

  private List<TestCase> tests(SourceText source) {
    Fields root = Fields.of(YamlReader.read(source, DiagnosticCode.DETECTION_DEFINITION), problems);
    List<TestCase> tests = new ArrayList<>();
    for (Fields test : root.list("tests")) {
      tests.add(test(test));
    }
    problems.throwIfErrors();
    return tests;
  }

  private TestCase test(Fields test) {
    Expectation expectation = expectation(test);
    List<Table> tables = new ArrayList<>();
    Fields bound = test.below("tables");
    for (String name : bound.names()) {
      tables.add(Tables.csv(name, path(bound.text(name))));
    }
    List<EventInput> events = test.list("events").stream().map(this::events).toList();
    TestData data = new TestData(tables, events);
    return TestCase.over(detection, test.text("name"), data, expectation);
  }

  private EventInput events(Fields named) {
    EventInput input = EventInput.of(path(named.text("path")).toString());
    for (String field : named.names()) {
      String value = named.text(field);
      input =
          switch (field) {
            case "path" -> input;
            case "host" -> input.withHost(value);
            case "source" -> input.withSource(value);
            case "sourcetype" -> input.withSourcetype(value);
            case "index" -> input.withIndex(value);
            default -> {
              named.report(
                  "`" + field + "` is none of path, host, source, sourcetype, index", named.span());
              yield input;
            }
          };
    }
    return input;
  }

  private Path path(String relative) {
    Path folder = file.toAbsolutePath().getParent();
    return (folder == null ? Path.of(relative) : folder.resolve(relative)).normalize();
  }

  private static Expectation expectation(Fields test) {
    if (!test.has("expect")) {
      return new Expectation.Findings();
    }
    List<Map<String, List<String>>> rows = new ArrayList<>();
    for (Fields row : test.list("expect")) {
      Map<String, List<String>> fields = new LinkedHashMap<>();
      row.names().forEach(name -> fields.put(name, row.texts(name)));
      rows.add(fields);
    }
    return rows.isEmpty() ? new Expectation.Silence() : new Expectation.Rows(rows);
  }
}
