package karst.command;

import karst.ast.Node;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A data model, or a dataset in one, as a search names it: {@code Endpoint.Processes}, {@code Web}.
 *
 * @param model the data model
 * @param dataset what follows the first dot; null when only the model is named
 */
public record DataModelName(String model, @Nullable String dataset, Span span) implements Node {
  /** Returns the name that a text is; only its first dot separates. */
  static DataModelName of(String text, Span span) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new DataModelName(text, null, span)
        : new DataModelName(text.substring(0, dot), text.substring(dot + 1), span);
  }

  /** Binds a name, or reports a part that is empty. */
  static DataModelName bind(Arguments arguments, String text, Span span) {
    DataModelName name = of(text, span);
    String dataset = name.dataset();
    if (name.model().isEmpty() || (dataset != null && dataset.isEmpty())) {
      arguments.error(
          span,
          "`" + text + "` is no name of a dataset",
          "name a data model and a dataset, such as Endpoint.Processes");
    }
    return name;
  }

  /** Returns the name with its dot. */
  public String qualified() {
    return dataset == null ? model : model + "." + dataset;
  }
}
