package karst.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data model.
 *
 * @param name the name, {@code Endpoint}
 * @param description what kind of events it is for
 * @param datasets its datasets, each parent before its children
 */
public record DataModel(String name, String description, List<Dataset> datasets) {
  public DataModel {
    datasets = List.copyOf(datasets);
  }

  /** Returns the dataset with a name, or null. */
  public @Nullable Dataset dataset(String datasetName) {
    return datasets.stream().filter(d -> d.name().equals(datasetName)).findFirst().orElse(null);
  }

  /** Returns the dataset with a node name ({@link Dataset#nodeName()}), or null. */
  public @Nullable Dataset node(String nodeName) {
    return datasets.stream().filter(d -> d.nodeName().equals(nodeName)).findFirst().orElse(null);
  }

  /** Returns the names of the datasets in their order. */
  public List<String> datasetNames() {
    return datasets.stream().map(Dataset::name).toList();
  }

  /** Returns the datasets without a parent. */
  public List<Dataset> roots() {
    return datasets.stream().filter(d -> d.parent() == null).toList();
  }

  /** Returns the datasets directly below a dataset. */
  public List<Dataset> children(Dataset parent) {
    return datasets.stream().filter(d -> d.parent() == parent).toList();
  }

  /** Returns the field of any dataset that has a qualified name, or null. */
  public @Nullable ModelField field(String qualifiedName) {
    for (Dataset dataset : datasets) {
      ModelField field = dataset.field(qualifiedName);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  /**
   * Returns the fields that a search over a dataset can name: the dataset's, then those that the
   * datasets below it declare. The latter have values only in rows that belong to the dataset named
   * by {@link ModelField#lineage()}: searches over {@code All_Certificates} group by {@code
   * All_Certificates.SSL.ssl_issuer} (spl-semantics §5).
   */
  public List<ModelField> fieldsWithin(Dataset dataset) {
    List<ModelField> fields = new ArrayList<>(dataset.fields());
    for (Dataset other : datasets) {
      if (other != dataset && other.isWithin(dataset)) {
        fields.addAll(other.ownFields());
      }
    }
    return List.copyOf(fields);
  }
}
