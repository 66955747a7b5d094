package karst.export;

import org.apache.calcite.rex.RexNode;

/** What a function of SPL is in a dialect. */
@FunctionalInterface
public interface ScalarRendering {
  /**
   * Returns the expression of a call.
   *
   * @throws ExportRefusal if the dialect cannot say it with these arguments
   */
  RexNode render(ScalarArguments arguments);
}
