package karst.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Sets fields of rows to plain objects: null, a number, a collection of values, or anything else as
 * its text.
 */
public final class FieldValues {
  private FieldValues() {}

  /** Returns some columns with fields that may get values of any kind. */
  public static Schema with(Schema before, List<String> fields) {
    List<Column> columns = new ArrayList<>(before.columns());
    for (String field : fields) {
      Column column = new Column(field, SplType.DYNAMIC);
      int index = new Schema(columns).indexOf(field);
      if (index < 0) {
        columns.add(column);
      } else {
        columns.set(index, column);
      }
    }
    return new Schema(columns);
  }

  /** Returns the values of a field as texts: none for null or a field that there is not. */
  public static List<String> texts(Batch packed, String field, int row) {
    int index = packed.schema().indexOf(field);
    if (index < 0 || packed.vector(index).isNull(row)) {
      return List.of();
    }
    Vector vector = packed.vector(index);
    if (vector.kindAt(row) != Kind.LIST) {
      return List.of(String.valueOf(TextOf.row(vector, row)));
    }
    Vector list = vector.listAt(row);
    List<String> texts = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      texts.add(String.valueOf(TextOf.row(list, i)));
    }
    return texts;
  }

  /**
   * Returns the rows of a batch with fields set.
   *
   * @param packed the rows
   * @param schema their columns as they come out: those that there were first, in their order
   * @param fields returns the fields to set in a row and their values; null to leave the row out
   */
  public static Batch set(
      Batch packed, Schema schema, Function<Integer, @Nullable Map<String, ?>> fields) {
    List<VectorBuilder> columns = new ArrayList<>();
    for (int column = 0; column < schema.size(); column++) {
      columns.add(new VectorBuilder(packed.rowCount()));
    }
    int rows = 0;
    for (int row = 0; row < packed.rowCount(); row++) {
      Map<String, ?> set = fields.apply(row);
      if (set == null) {
        continue;
      }
      rows++;
      for (int column = 0; column < schema.size(); column++) {
        String name = schema.column(column).name();
        VectorBuilder builder = columns.get(column);
        if (set.containsKey(name)) {
          builder.appendValue(set.get(name));
        } else if (column < packed.vectors().size()) {
          builder.append(packed.vector(column), row);
        } else {
          builder.appendNull();
        }
      }
    }
    return Batch.of(schema, columns.stream().map(VectorBuilder::build).toList(), rows);
  }
}
