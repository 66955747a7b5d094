package karst.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.Location;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.SplException;
import karst.yaml.YamlNode;
import karst.yaml.YamlReader;
import karst.yaml.YamlScalarMap;

/**
 * Reads a detection's file. What security_content writes and Karst has no use for is passed over.
 */
final class DetectionReader {
  private static final Set<String> READ_APART = Set.of("message", "risk_score");

  private final String file;
  private final SourceText source;
  private final Diagnostics problems;

  private DetectionReader(String file, SourceText source) {
    this.file = file;
    this.source = source;
    this.problems = new Diagnostics(SourceMap.identity(source));
  }

  /**
   * Returns the detection of a text, or what is wrong with it.
   *
   * @param file what the detection is called by
   */
  static DetectionFile read(String file, SourceText source) {
    try {
      YamlNode root = YamlReader.read(source, DiagnosticCode.DETECTION_DEFINITION);
      return new DetectionReader(file, source).detection(root);
    } catch (SplException e) {
      return new BrokenDetection(file, e.diagnostics());
    }
  }

  private DetectionFile detection(YamlNode root) {
    if (!(root instanceof YamlNode.Mapping)) {
      return new BrokenDetection(file, List.of(noDetection(root)));
    }
    Fields fields = Fields.of(root, problems);
    YamlNode.Scalar name = fields.required("name");
    YamlNode.Scalar search = fields.required("search");
    Fields tags = fields.below("tags");
    Detection.Tags labels = tags(fields, tags);
    Risk risk = new RiskReader(fields, tags).read();
    List<DetectionTest> tests = tests(fields);
    if (name == null || search == null || problems.hasErrors()) {
      return new BrokenDetection(file, problems.all());
    }
    return new Detection(
        file,
        name.text().strip(),
        fields.text("id"),
        fields.text("status"),
        fields.text("type"),
        fields.text("description"),
        YamlScalarMap.of(source, search),
        labels,
        risk,
        tests);
  }

  private Diagnostic noDetection(YamlNode root) {
    return Diagnostic.error(
            DiagnosticCode.DETECTION_DEFINITION,
            "expected a detection: keys such as `name: ...` and `search: ...`")
        .at(new Location(source, root.span()));
  }

  private static Detection.Tags tags(Fields fields, Fields tags) {
    List<String> others = new ArrayList<>();
    tags.singles()
        .forEach(
            (key, value) -> {
              if (!READ_APART.contains(key)) {
                others.add(key + "=" + value);
              }
            });
    return new Detection.Tags(
        fields.texts("data_source"),
        tags.texts("mitre_attack_id"),
        tags.texts("analytic_story"),
        others);
  }

  private List<DetectionTest> tests(Fields fields) {
    List<DetectionTest> tests = new ArrayList<>();
    for (Fields test : fields.list("tests")) {
      List<DetectionTest.AttackData> data = new ArrayList<>();
      for (Fields item : test.list("attack_data")) {
        data.add(
            new DetectionTest.AttackData(
                item.text("data"),
                item.text("source"),
                item.text("sourcetype"),
                item.text("table")));
      }
      tests.add(new DetectionTest(test.text("name"), data, new Location(source, test.span())));
    }
    return tests;
  }
}
