package karst.model;

import java.util.List;
import karst.source.Diagnostics;
import karst.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dataset.
 *
 * <pre>
 * name: Processes
 * kind: event, the default, or search; for a root
 * parent: the name of a dataset above; for a child
 * constraint: a condition in search language
 * expand: a field whose list of values makes one row each
 * fields, unknown, unknown_or_dash, zero, vendor_product, calculated, enrich: see {@link FieldsReader}
 * </pre>
 */
final class DatasetReader {
  static final List<String> KEYS =
      List.of(
          "name",
          "kind",
          "parent",
          "constraint",
          "expand",
          "fields",
          "unknown",
          "unknown_or_dash",
          "zero",
          "vendor_product",
          "calculated",
          "enrich");

  private final String model;
  private final Diagnostics problems;

  DatasetReader(String model, Diagnostics problems) {
    this.model = model;
    this.problems = problems;
  }

  /**
   * Returns the dataset, or null when the node has no keys at all.
   *
   * @param above the datasets before it in the file
   */
  @Nullable Dataset read(YamlNode node, List<Dataset> above) {
    Definition definition = Definition.of(node, KEYS, problems);
    if (definition == null) {
      return null;
    }
    YamlNode.Scalar nameNode = definition.name("name", "a dataset's name");
    String name = nameNode == null ? "" : nameNode.text();
    if (nameNode != null && find(name, above) != null) {
      definition.report("the model has a dataset `" + name + "` already", nameNode.span());
    }
    Dataset parent = parent(definition, above);
    List<ModelField> fields =
        new FieldsReader(definition, Dataset.nodeName(parent, name), parent).read();
    return new Dataset(
        model,
        name,
        kind(definition, parent),
        parent,
        definition.text("constraint"),
        expanded(definition, fields),
        fields);
  }

  private static @Nullable Dataset parent(Definition definition, List<Dataset> above) {
    YamlNode.Scalar name = definition.scalar("parent");
    if (name == null) {
      return null;
    }
    Dataset parent = find(name.text(), above);
    if (parent == null) {
      definition.report(
          "no dataset `" + name.text() + "` stands above this one",
          name,
          above.stream().map(Dataset::name).toList());
    }
    return parent;
  }

  private static DatasetKind kind(Definition definition, @Nullable Dataset parent) {
    YamlNode.Scalar kind = definition.scalar("kind");
    if (kind == null) {
      return parent == null ? DatasetKind.EVENT : DatasetKind.CHILD;
    }
    if (parent != null) {
      definition.report("a dataset with a parent has no kind of its own", kind.span());
    }
    switch (kind.text()) {
      case "event":
        return DatasetKind.EVENT;
      case "search":
        return DatasetKind.SEARCH;
      default:
        definition.report(
            "a root dataset is of the kind `event` or `search`", kind, List.of("event", "search"));
        return DatasetKind.EVENT;
    }
  }

  private static @Nullable String expanded(Definition definition, List<ModelField> fields) {
    YamlNode.Scalar name = definition.scalar("expand");
    if (name == null) {
      return null;
    }
    for (ModelField field : fields) {
      if (field.name().equals(name.text())) {
        return field.qualifiedName();
      }
    }
    definition.report("the dataset declares no field `" + name.text() + "`", name.span());
    return null;
  }

  private static @Nullable Dataset find(String name, List<Dataset> datasets) {
    return datasets.stream().filter(d -> d.name().equals(name)).findFirst().orElse(null);
  }
}
