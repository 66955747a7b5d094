package karst.export;

import org.apache.calcite.rex.RexNode;

/** What an aggregation of SPL is in a dialect. */
@FunctionalInterface
public interface AggregateRendering {
  /**
   * Returns the expression of a call, over aggregations that {@link AggregateArguments} makes.
   *
   * @throws ExportRefusal if the dialect cannot say it
   */
  RexNode render(AggregateArguments arguments);
}
