package karst.model;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * A catalog of data models. It does not change, and threads may share it.
 *
 * <p>A standard model is read when it is first asked for, since most searches need one of them.
 */
public final class DataModels {
  private final NavigableMap<String, LazyModel> models;

  private DataModels(NavigableMap<String, LazyModel> models) {
    this.models = models;
  }

  /** Returns a catalog without models. */
  public static DataModels none() {
    return new DataModels(new TreeMap<>());
  }

  /** Returns the models that ship with Karst: those of the Common Information Model, and Risk. */
  public static DataModels standard() {
    return Standard.MODELS;
  }

  /**
   * Returns these models and those of a folder's {@code .yml} and {@code .yaml} files. A model of
   * the folder takes the place of one of the same name here; of two files with the same model the
   * later in the order of file names counts.
   *
   * @throws SplException if the folder or a file cannot be read or a file is not a model
   */
  public DataModels withUserModels(Path folder) {
    NavigableMap<String, LazyModel> all = new TreeMap<>(models);
    for (DataModel model : UserModels.read(folder)) {
      all.put(model.name(), LazyModel.of(model));
    }
    return new DataModels(all);
  }

  /** Returns the names of the models in alphabetical order. */
  public List<String> names() {
    return List.copyOf(models.keySet());
  }

  /** Returns the model with a name, or null. Case counts. */
  public @Nullable DataModel model(String name) {
    LazyModel model = models.get(name);
    return model == null ? null : model.get();
  }

  /** Resolves a reference whose search names no field; see {@link #resolve(String, Collection)}. */
  public Resolution resolve(String reference) {
    return resolve(reference, List.of());
  }

  /**
   * Finds the dataset that a search reads (spl-semantics §5, "FROM forms").
   *
   * @param reference {@code Model}, {@code Model.Dataset}, or {@code Model.} and a lineage, as in
   *     {@code Authentication.Authentication.Failed_Authentication}; without quotes. Case counts
   * @param fieldNames the qualified field names in the search: they decide which root a model's
   *     name alone means when the model has several
   */
  public Resolution resolve(String reference, Collection<String> fieldNames) {
    int dot = reference.indexOf('.');
    String name = dot < 0 ? reference : reference.substring(0, dot);
    DataModel model = model(name);
    if (model == null) {
      return new Resolution.Missing(
          Diagnostic.error(
                  DiagnosticCode.UNKNOWN_DATA_MODEL, "there is no data model `" + name + "`")
              .suggest(name, models.keySet()));
    }
    DatasetResolver resolver = new DatasetResolver(model);
    return dot < 0 ? resolver.root(fieldNames) : resolver.path(reference.substring(dot + 1));
  }

  /**
   * Finds the dataset that a value of the pseudo field {@code nodename} stands for.
   *
   * @param nodeName a lineage without the model's name: {@code All_Changes.Account_Management}
   */
  public static Resolution resolveNode(DataModel model, String nodeName) {
    return new DatasetResolver(model).node(nodeName);
  }

  /** Delays the reading of the index until the first use. */
  private static final class Standard {
    static final DataModels MODELS = new DataModels(StandardModels.byName());
  }
}
