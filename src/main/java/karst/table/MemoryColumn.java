package karst.table;

import java.util.ArrayList;
import java.util.List;
import karst.type.SplType;
import karst.vector.BooleanVector;
import karst.vector.Column;
import karst.vector.ConstantVector;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.ListVector;
import karst.vector.LongVector;
import karst.vector.MixedVector;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table in memory, cut into parts of a batch's size.
 *
 * @param column its name and type
 * @param parts its rows
 * @param rows their number
 */
record MemoryColumn(Column column, List<Vector> parts, int rows) {
  private static final int PART = ScanContext.DEFAULT_BATCH_SIZE;

  /** Returns a column of {@link FieldValue}s; its type is found out when none is declared. */
  static MemoryColumn of(
      String name, @Nullable SplType declared, List<? extends @Nullable Object> values) {
    SplType type = declared == null ? ValueVectors.typeOf(values) : declared;
    ValueVectors vectors = new ValueVectors();
    List<Vector> parts = new ArrayList<>();
    for (int from = 0; from < values.size(); from += PART) {
      parts.add(vectors.vector(type, values.subList(from, Math.min(values.size(), from + PART))));
    }
    return new MemoryColumn(new Column(name, type), parts, values.size());
  }

  /** Returns a column of the rows of a vector. */
  static MemoryColumn of(String name, Vector vector) {
    List<Vector> parts = new ArrayList<>();
    for (int from = 0; from < vector.size(); from += PART) {
      Selection part = Selection.range(from, Math.min(PART, vector.size() - from));
      parts.add(part.isAll(vector.size()) ? vector : vector.gather(part));
    }
    SplType type = type(vector);
    boolean time = name.equals(Table.TIME_FIELD) && type.isNumeric();
    return new MemoryColumn(new Column(name, time ? SplType.TIME : type), parts, vector.size());
  }

  private static SplType type(Vector vector) {
    if (vector instanceof DoubleVector || vector instanceof LongVector) {
      return SplType.NUMBER;
    }
    if (vector instanceof StringVector
        || vector instanceof DictionaryVector
        || vector instanceof NullVector) {
      return SplType.STRING;
    }
    if (vector instanceof ConstantVector constant) {
      return type(constant.value());
    }
    if (vector instanceof ListVector list) {
      SplType of = type(list.elements());
      return of.equals(SplType.DYNAMIC) ? of : SplType.multivalue(of);
    }
    if (vector instanceof BooleanVector) {
      throw new IllegalArgumentException("a truth value is never a column");
    }
    if (vector instanceof MixedVector) {
      return SplType.DYNAMIC;
    }
    throw new IllegalArgumentException(vector.getClass().getName());
  }
}
