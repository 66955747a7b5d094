package karst.vector;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Some rows in columns. Only the selected rows count; a filter narrows the selection and leaves the
 * vectors as they are.
 *
 * @param schema the columns' names and types
 * @param vectors one a column, all of the same size
 * @param selection the rows that count
 */
public record Batch(Schema schema, List<Vector> vectors, Selection selection) {
  public Batch {
    vectors = vectors instanceof DeferredVectors ? vectors : List.copyOf(vectors);
    if (vectors.size() != schema.size()) {
      throw new IllegalArgumentException(
          vectors.size() + " vectors for " + schema.size() + " columns");
    }
  }

  /** Returns a batch in which all rows count. */
  public static Batch of(Schema schema, List<Vector> vectors, int rows) {
    return new Batch(schema, vectors, Selection.all(rows));
  }

  /** Returns the number of rows that count. */
  public int rowCount() {
    return selection.size();
  }

  /** Returns a column, its rows that do not count included. */
  public Vector vector(int column) {
    return vectors.get(column);
  }

  /** Returns a column of the rows that count, packed. */
  public Vector packed(int column) {
    Vector vector = vectors.get(column);
    return selection.isAll(vector.size()) ? vector : vector.gather(selection);
  }

  /** Returns the same columns with fewer rows. */
  public Batch select(Selection rows) {
    return new Batch(schema, vectors, rows);
  }

  /** Returns this batch with only the rows that count. */
  public Batch packed() {
    List<Vector> packed = IntStream.range(0, vectors.size()).mapToObj(this::packed).toList();
    return of(schema, packed, rowCount());
  }

  /** Returns about how many bytes of memory the vectors keep alive. */
  public long bytes() {
    return vectors.stream().mapToLong(Vector::bytes).sum();
  }
}
