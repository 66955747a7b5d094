package karst;

import java.util.ArrayList;
import java.util.List;
import karst.type.Numbers;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** A row of a result: a view of a batch, valid as long as one likes. */
public final class Row {
  private final Batch batch;
  private final int row;

  Row(Batch batch, int row) {
    this.batch = batch;
    this.row = row;
  }

  /** Returns the columns. */
  public Schema columns() {
    return batch.schema();
  }

  /** Returns whether a column has no value here. */
  public boolean isNull(int column) {
    return batch.vector(column).isNull(row);
  }

  /** Returns a column as text, null for null; several values are joined by line breaks. */
  public @Nullable String text(int column) {
    return TextOf.row(batch.vector(column), row);
  }

  /**
   * Returns a column as text, null for null; several values are joined by line breaks.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public @Nullable String text(String name) {
    return text(index(name));
  }

  /** Returns a column as a number; NaN when it has none. */
  public double number(int column) {
    Vector vector = batch.vector(column);
    if (vector.kindAt(row) == Kind.NUMBER) {
      return vector.numberAt(row);
    }
    String text = text(column);
    return text != null && Numbers.isNumber(text) ? Numbers.parse(text) : Double.NaN;
  }

  /**
   * Returns a column as a number; NaN when it has none.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public double number(String name) {
    return number(index(name));
  }

  /** Returns a column's values as texts: none for null, several for a multivalue. */
  public List<String> values(int column) {
    Vector vector = batch.vector(column);
    if (vector.kindAt(row) != Kind.LIST) {
      String text = text(column);
      return text == null ? List.of() : List.of(text);
    }
    Vector list = vector.listAt(row);
    List<String> values = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      values.add(String.valueOf(TextOf.row(list, i)));
    }
    return values;
  }

  /**
   * Returns a column's values as texts: none for null, several for a multivalue.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public List<String> values(String name) {
    return values(index(name));
  }

  /** Returns a column's value: null, a {@link Double}, a {@link String} or a list of these. */
  public @Nullable Object value(int column) {
    return object(batch.vector(column), row);
  }

  private static @Nullable Object object(Vector vector, int row) {
    return switch (vector.kindAt(row)) {
      case NULL -> null;
      case NUMBER -> vector.numberAt(row);
      case TEXT -> vector.textAt(row);
      case BOOLEAN -> TextOf.row(vector, row);
      case LIST -> {
        Vector list = vector.listAt(row);
        List<Object> values = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
          values.add(String.valueOf(object(list, i)));
        }
        yield values;
      }
    };
  }

  private int index(String name) {
    int index = batch.schema().indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "no column is called " + name + "; there are " + batch.schema().names());
    }
    return index;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < batch.schema().size(); i++) {
      out.append(i == 0 ? "" : ", ").append(batch.schema().column(i).name());
      out.append('=').append(value(i));
    }
    return out.append('}').toString();
  }
}
