package karst.plan.rel;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import karst.vector.Batch;

/**
 * What a function makes of each batch of rows, in their order.
 *
 * @param name what the function is, for the eyes of a reader
 * @param function gives each run its function, which answers packed batches with the columns of the
 *     transformation, perhaps of fewer rows
 */
public record MapBatches(String name, Supplier<UnaryOperator<Batch>> function)
    implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("by", name);
  }
}
