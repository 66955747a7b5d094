package karst.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/** Finds the dataset that a search means within one model (spl-semantics §5, "FROM forms"). */
final class DatasetResolver {
  private final DataModel model;

  DatasetResolver(DataModel model) {
    this.model = model;
  }

  /** Resolves what stands after the model's name: a dataset, or the end of a lineage. */
  Resolution path(String path) {
    Dataset exact = model.node(path);
    if (exact != null) {
      return new Resolution.Found(model, exact);
    }
    // `Authentication.Failed_Authentication` names a child without its root.
    String end = "." + path;
    for (Dataset dataset : model.datasets()) {
      if (dataset.nodeName().endsWith(end)) {
        return new Resolution.Found(model, dataset);
      }
    }
    Diagnostic unknown =
        error("data model `" + model.name() + "` has no dataset `" + path + "`")
            .suggest(path, model.datasetNames());
    return new Resolution.Missing(
        unknown.hints().isEmpty()
            ? unknown.hint("its datasets: " + list(model.datasetNames()))
            : unknown);
  }

  /** Resolves a value of {@code nodename}: the whole lineage from the root. */
  Resolution node(String nodeName) {
    Dataset node = model.node(nodeName);
    if (node != null) {
      return new Resolution.Found(model, node);
    }
    Diagnostic unknown = error("data model `" + model.name() + "` has no node `" + nodeName + "`");
    Dataset child = model.dataset(nodeName.substring(nodeName.lastIndexOf('.') + 1));
    return new Resolution.Missing(
        child != null
            ? unknown.hint("did you mean `" + child.nodeName() + "`?")
            : unknown.suggest(nodeName, nodeNames()));
  }

  /**
   * Resolves a model's name alone. It means the one root; of several roots the one whose fields the
   * search names, else the one that has the model's name.
   */
  Resolution root(Collection<String> fieldNames) {
    List<Dataset> roots = model.roots();
    List<Dataset> named = roots.stream().filter(root -> isNamed(root, fieldNames)).toList();
    Dataset only = only(roots);
    if (only == null) {
      only = only(named);
    }
    if (only == null && named.isEmpty()) {
      only = model.node(model.name());
    }
    if (only != null) {
      return new Resolution.Found(model, only);
    }
    return new Resolution.Missing(
        error("data model `" + model.name() + "` has several root datasets")
            .hint("name one: " + list(roots.stream().map(Dataset::toString).toList())));
  }

  private static boolean isNamed(Dataset root, Collection<String> fieldNames) {
    String prefix = root.name() + ".";
    return fieldNames.stream().anyMatch(name -> name.startsWith(prefix));
  }

  private static @Nullable Dataset only(List<Dataset> datasets) {
    return datasets.size() == 1 ? datasets.get(0) : null;
  }

  private List<String> nodeNames() {
    return model.datasets().stream().map(Dataset::nodeName).toList();
  }

  private static Diagnostic error(String message) {
    return Diagnostic.error(DiagnosticCode.UNKNOWN_DATA_MODEL, message);
  }

  private static String list(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
