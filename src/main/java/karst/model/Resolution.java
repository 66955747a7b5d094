package karst.model;

import java.util.function.UnaryOperator;
import karst.source.Diagnostic;
import karst.source.SplException;

/**
 * What a name in a search stands for: a dataset, or a diagnostic that waits for its place in the
 * search's text.
 */
public sealed interface Resolution {
  /**
   * Returns the dataset.
   *
   * @param place puts the diagnostic at the name in the search
   * @throws SplException if there is none
   */
  Dataset orThrow(UnaryOperator<Diagnostic> place);

  /**
   * The name is known.
   *
   * @param model the model
   * @param dataset its dataset
   */
  record Found(DataModel model, Dataset dataset) implements Resolution {
    @Override
    public Dataset orThrow(UnaryOperator<Diagnostic> place) {
      return dataset;
    }
  }

  /**
   * The name is unknown, or stands for more than one dataset.
   *
   * @param diagnostic says so, without a place, with a hint where there is one to give
   */
  record Missing(Diagnostic diagnostic) implements Resolution {
    @Override
    public Dataset orThrow(UnaryOperator<Diagnostic> place) {
      throw place.apply(diagnostic).toException();
    }
  }
}
