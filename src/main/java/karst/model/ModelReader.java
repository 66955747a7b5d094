package karst.model;

import java.util.ArrayList;
import java.util.List;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.SplException;
import karst.yaml.YamlNode;
import karst.yaml.YamlReader;

/**
 * Reads a model from its YAML text.
 *
 * <pre>
 * model: Endpoint
 * description: what the events are about
 * datasets: a list, each parent before its children; see {@link DatasetReader}
 * </pre>
 */
final class ModelReader {
  private static final List<String> KEYS = List.of("model", "description", "datasets");

  private ModelReader() {}

  /**
   * Returns the model.
   *
   * @throws SplException if the text is not a model; it holds all faults that were found
   */
  static DataModel read(SourceText source) {
    Diagnostics problems = new Diagnostics(SourceMap.identity(source));
    Definition definition =
        Definition.of(YamlReader.read(source, DiagnosticCode.MODEL_DEFINITION), KEYS, problems);
    if (definition == null) {
      throw new SplException(problems.all());
    }
    YamlNode.Scalar nameNode = definition.name("model", "a model's name");
    String name = nameNode == null ? "" : nameNode.text();
    DatasetReader reader = new DatasetReader(name, problems);
    List<Dataset> datasets = new ArrayList<>();
    for (YamlNode item : definition.requiredItems("datasets")) {
      Dataset dataset = reader.read(item, datasets);
      if (dataset != null) {
        datasets.add(dataset);
      }
    }
    problems.throwIfErrors();
    return new DataModel(name, definition.text("description"), datasets);
  }
}
