package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.MapSquares;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Makes a row of each row and zoom level, batch by batch. */
public final class MapSquaresOperator implements Operator {
  private static final double POLE = 90;
  private static final double DATE_LINE = 180;

  private final MapSquares squares;
  private final Operator input;
  private final Schema schema;
  private final RunContext context;

  /** Creates an operator. */
  public MapSquaresOperator(
      MapSquares squares,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    this.squares = squares;
    this.input = inputs.get(0);
    this.schema = schema;
    this.context = context;
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = input.next();
    context.checkpoint();
    return batch == null ? null : placed(batch.packed());
  }

  private Batch placed(Batch batch) {
    int[] rows = new int[batch.rowCount() * squares.levels()];
    int count = 0;
    StringVector.Builder names = new StringVector.Builder(rows.length);
    for (int row = 0; row < batch.rowCount(); row++) {
      double north = FiniteNumbers.at(batch.vector(squares.latitude()), row) + POLE;
      double east = FiniteNumbers.at(batch.vector(squares.longitude()), row) + DATE_LINE;
      boolean onMap = north >= 0 && north <= 2 * POLE && east >= 0 && east <= 2 * DATE_LINE;
      for (int level = 0; level < squares.levels() && onMap; level++) {
        long y = square(north, squares.height(), level, 2 * POLE);
        long x = square(east, squares.width(), level, 2 * DATE_LINE);
        names.append("bin_id_zl_" + level + "_y_" + y + "_x_" + x);
        rows[count++] = row;
      }
    }
    List<Vector> vectors = new ArrayList<>();
    Selection repeated = Selection.of(rows, count);
    batch.vectors().forEach(vector -> vectors.add(vector.gather(repeated)));
    vectors.add(names.build());
    return Batch.of(schema, vectors, count);
  }

  /** The end of the map belongs to its last square. */
  private static long square(double place, double span, int level, double end) {
    double size = span / (1L << level);
    return (long) Math.min(Math.floor(place / size), Math.ceil(end / size) - 1);
  }

  @Override
  public void close() {
    input.close();
  }
}
