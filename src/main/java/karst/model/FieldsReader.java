package karst.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.type.SplType;
import karst.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields that a dataset declares.
 *
 * <pre>
 * fields: {string: [action, os], number: [mem_used], string[]: [tag]}   taken as they are
 * unknown: [dest, user]             null or empty becomes "unknown"
 * unknown_or_dash: [url]            so does "-"
 * zero: [src_port]                  what is no number becomes 0
 * vendor_product: true              the field of that name, by its own rule
 * calculated: {file_size: eval expression}
 * enrich: [dest, user]              what an asset or identity list knows of them
 * </pre>
 *
 * <p>Fields are evaluated in this order of keys, whatever the order in the file. A field with a
 * rule has that rule's type unless {@code fields} lists it too.
 */
final class FieldsReader {
  private final Definition definition;
  private final String lineage;
  private final @Nullable Dataset parent;
  private final Map<String, SplType> types = new LinkedHashMap<>();
  private final Map<String, ModelField> ruled = new LinkedHashMap<>();

  /**
   * Creates a reader.
   *
   * @param lineage the node name of the dataset
   */
  FieldsReader(Definition definition, String lineage, @Nullable Dataset parent) {
    this.definition = definition;
    this.lineage = lineage;
    this.parent = parent;
  }

  List<ModelField> read() {
    definition.entries("fields").forEach(this::readTypes);
    for (DefaultRule rule : DefaultRule.values()) {
      for (YamlNode.Scalar name : definition.names(rule.key())) {
        add(name, rule.type(), rule.calculation(name.text()));
      }
    }
    YamlNode.Scalar vendorProduct = definition.flag("vendor_product");
    if (vendorProduct != null) {
      add(
          new YamlNode.Scalar(VendorProduct.FIELD, vendorProduct.span()),
          SplType.STRING,
          VendorProduct.CALCULATION);
    }
    for (YamlNode.Entry entry : definition.entries("calculated")) {
      YamlNode.Scalar text = definition.asScalar(entry.value(), "expected an eval expression");
      if (text != null && text.text().isBlank()) {
        definition.report("expected an eval expression", entry.key().span());
      } else if (text != null) {
        add(entry.key(), SplType.STRING, text.text().strip());
      }
    }
    for (YamlNode.Scalar subject : definition.names("enrich")) {
      Enrichment.fields(subject.text())
          .forEach((name, type) -> add(new YamlNode.Scalar(name, subject.span()), type, null));
    }
    List<ModelField> fields = new ArrayList<>();
    types.forEach((name, type) -> fields.add(new ModelField(name, type, null, lineage)));
    fields.removeIf(field -> ruled.containsKey(field.name()));
    fields.addAll(ruled.values());
    return fields;
  }

  private void readTypes(YamlNode.Entry entry) {
    SplType type = DeclaredType.NAMES.get(entry.key().text());
    if (type == null) {
      definition.report(
          "unknown type `" + entry.key().text() + "`", entry.key(), DeclaredType.NAMES.keySet());
      return;
    }
    for (YamlNode.Scalar name : definition.asNames(entry.value(), entry.key().text())) {
      if (isFree(name) && types.putIfAbsent(name.text(), type) != null) {
        definition.report("the field `" + name.text() + "` has a type already", name.span());
      }
    }
  }

  private void add(YamlNode.Scalar name, SplType type, @Nullable String calculation) {
    SplType declared = types.getOrDefault(name.text(), type);
    ModelField field = new ModelField(name.text(), declared, calculation, lineage);
    if (isFree(name) && ruled.putIfAbsent(field.name(), field) != null) {
      definition.report("the field `" + name.text() + "` has a rule already", name.span());
    }
  }

  /**
   * Reports a name that cannot be one or that the lineage has: a second field of the same short
   * name would take the first one's place in the calculations.
   */
  private boolean isFree(YamlNode.Scalar name) {
    if (!Names.isField(name.text())) {
      definition.report("a field's name has no blank, quote or backslash", name.span());
      return false;
    }
    List<ModelField> inherited = parent == null ? Dataset.BASE_FIELDS : parent.fields();
    for (ModelField field : inherited) {
      if (field.name().equals(name.text())) {
        definition.report(
            field.lineage().isEmpty()
                ? "every dataset has the field `" + name.text() + "`"
                : "`" + field.lineage() + "` declares the field `" + name.text() + "` already",
            name.span());
        return false;
      }
    }
    return true;
  }
}
