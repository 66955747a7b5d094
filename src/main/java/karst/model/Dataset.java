package karst.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.type.SplType;
import org.jspecify.annotations.Nullable;

/**
 * A dataset of a data model: a constraint that says which events belong to it, and fields.
 *
 * <p>A child dataset inherits the fields of its parent and holds the events of its parent that also
 * meet the child's constraint.
 */
public final class Dataset {
  /** The fields that every dataset has and that searches name without a prefix. */
  public static final List<ModelField> BASE_FIELDS =
      List.of(
          new ModelField("_time", SplType.TIME, null, ""),
          new ModelField("host", SplType.STRING, null, ""),
          new ModelField("source", SplType.STRING, null, ""),
          new ModelField("sourcetype", SplType.STRING, null, ""));

  private final String modelName;
  private final String name;
  private final DatasetKind kind;
  private final @Nullable Dataset parent;
  private final String nodeName;
  private final String constraint;
  private final @Nullable String expandedField;
  private final List<ModelField> ownFields;
  private final List<ModelField> fields;
  private final Map<String, ModelField> byQualifiedName = new LinkedHashMap<>();

  /** See the methods of the same names. */
  Dataset(
      String modelName,
      String name,
      DatasetKind kind,
      @Nullable Dataset parent,
      String constraint,
      @Nullable String expandedField,
      List<ModelField> ownFields) {
    this.modelName = modelName;
    this.name = name;
    this.kind = kind;
    this.parent = parent;
    this.nodeName = nodeName(parent, name);
    this.constraint = constraint;
    this.expandedField = expandedField;
    this.ownFields = List.copyOf(ownFields);
    List<ModelField> all = new ArrayList<>(parent == null ? BASE_FIELDS : parent.fields);
    all.addAll(ownFields);
    this.fields = List.copyOf(all);
    fields.forEach(field -> byQualifiedName.put(field.qualifiedName(), field));
  }

  /** Returns the node name of a dataset that is declared below a parent. */
  static String nodeName(@Nullable Dataset parent, String name) {
    return parent == null ? name : parent.nodeName + "." + name;
  }

  /** Returns the name of the model. */
  public String modelName() {
    return modelName;
  }

  /** Returns the name, which is unique within the model. */
  public String name() {
    return name;
  }

  /** Returns how the events are found. */
  public DatasetKind kind() {
    return kind;
  }

  /** Returns the dataset that this one narrows, or null for a root. */
  public @Nullable Dataset parent() {
    return parent;
  }

  /** Returns the root of this dataset's tree: itself when it has no parent. */
  public Dataset root() {
    return parent == null ? this : parent.root();
  }

  /** Returns the datasets above this one, the root first; none for a root. */
  public List<Dataset> ancestors() {
    return parent == null ? List.of() : parent.lineage();
  }

  /** Returns the datasets from the root down to this one, both included. */
  public List<Dataset> lineage() {
    List<Dataset> lineage = new ArrayList<>(ancestors());
    lineage.add(this);
    return List.copyOf(lineage);
  }

  /**
   * Returns the names of the lineage joined by dots, {@code All_Changes.Account_Management}: the
   * value of the pseudo field {@code nodename}, and the prefix of the fields declared here.
   */
  public String nodeName() {
    return nodeName;
  }

  /** Returns the dataset's own condition in search language; empty when it has none. */
  public String constraint() {
    return constraint;
  }

  /**
   * Returns the conditions of the lineage, the root's first, without the empty ones. An event has
   * to meet each of them; put brackets around one before joining it to others.
   */
  public List<String> constraints() {
    return lineage().stream().map(Dataset::constraint).filter(text -> !text.isEmpty()).toList();
  }

  /**
   * Returns the qualified name of the field whose list of values makes one row each once all fields
   * are calculated, or null when an event makes one row (spl-semantics §7.1, Ports).
   */
  public @Nullable String expandedField() {
    return expandedField;
  }

  /** Returns the fields that this dataset adds to its parent's, in the order of evaluation. */
  public List<ModelField> ownFields() {
    return ownFields;
  }

  /**
   * Returns all fields in the order of evaluation: the base fields, then those of the lineage from
   * the root down. A calculation sees the results of the calculations before it.
   */
  public List<ModelField> fields() {
    return fields;
  }

  /** Returns the field with a qualified name, inherited ones included, or null. */
  public @Nullable ModelField field(String qualifiedName) {
    return byQualifiedName.get(qualifiedName);
  }

  /** Returns the name that the table with this dataset's events is bound under: model and root. */
  public String tableName() {
    return modelName + "." + root().name;
  }

  /** Returns whether this dataset is another one or is below it. */
  public boolean isWithin(Dataset other) {
    return this == other || (parent != null && parent.isWithin(other));
  }

  /** Returns model and node name, {@code Change.All_Changes.Account_Management}. */
  @Override
  public String toString() {
    return modelName + "." + nodeName;
  }
}
