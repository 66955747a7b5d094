package karst;

import java.util.List;
import karst.plan.FieldValues;
import karst.type.Numbers;
import karst.vector.Batch;
import karst.vector.TextOf;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A row as a command of a program's own sees it. As everywhere in SPL a field that there is not is
 * null.
 */
public final class InputRow {
  private final Batch batch;
  private final int row;

  InputRow(Batch batch, int row) {
    this.batch = batch;
    this.row = row;
  }

  /** Returns the names of the fields that rows may have, in order. */
  public List<String> fields() {
    return batch.schema().names();
  }

  /** Returns a field as text, null for null; several values are joined by line breaks. */
  public @Nullable String text(String field) {
    Vector vector = vector(field);
    return vector == null ? null : TextOf.row(vector, row);
  }

  /** Returns a field as a number; NaN when it is none. */
  public double number(String field) {
    String text = text(field);
    return text == null ? Double.NaN : Numbers.parseOrNaN(text);
  }

  /** Returns the values of a field as texts: none for null, several for a multivalue. */
  public List<String> values(String field) {
    return FieldValues.texts(batch, field, row);
  }

  private @Nullable Vector vector(String field) {
    int index = batch.schema().indexOf(field);
    return index < 0 ? null : batch.vector(index);
  }
}
