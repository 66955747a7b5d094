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
    Path folder = file.toAbsolutePath().getParent();
    for (String name : bound.names()) {
      Path data = folder == null ? Path.of(bound.text(name)) : folder.resolve(bound.text(name));
      tables.add(Tables.csv(name, data.normalize()));
    }
    return TestCase.over(detection, test.text("name"), tables, expectation);
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
