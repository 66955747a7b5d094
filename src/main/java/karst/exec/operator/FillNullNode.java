package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * Puts a text in place of null, in every public column that has a value in some row: a field that
 * no row has does not exist for SPL (spl-semantics §6.1 fillnull without a field list).
 *
 * @param input where rows come from
 * @param columns the columns that may be filled
 * @param value the text
 */
public record FillNullNode(PhysicalNode input, List<Integer> columns, String value)
    implements PhysicalNode {
  public FillNullNode {
    columns = List.copyOf(columns);
  }

  @Override
  public Schema schema() {
    return input.schema();
  }

  @Override
  public List<PhysicalNode> inputs() {
    return List.of(input);
  }

  @Override
  public String describe() {
    List<String> names = columns.stream().map(schema().names()::get).toList();
    return "FillNull(columns=" + names + ", value=[" + value + "])";
  }

  @Override
  public Operator open(RunContext context) {
    return new BlockingOperator("fillnull", input.open(context), schema(), context) {
      @Override
      Batch transform(Batch all) {
        List<Vector> vectors = new ArrayList<>(all.vectors());
        for (int column : columns) {
          vectors.set(column, filled(all.vector(column)));
        }
        return Batch.of(all.schema(), vectors, all.rowCount());
      }
    };
  }

  private Vector filled(Vector vector) {
    int nulls = 0;
    for (int row = 0; row < vector.size(); row++) {
      nulls += vector.isNull(row) ? 1 : 0;
    }
    if (nulls == 0 || nulls == vector.size()) {
      return vector;
    }
    VectorBuilder builder = new VectorBuilder(vector.size());
    for (int row = 0; row < vector.size(); row++) {
      if (vector.isNull(row)) {
        builder.append(value);
      } else {
        builder.append(vector, row);
      }
    }
    return builder.build();
  }
}
