package karst.spark;

import java.util.List;
import karst.function.ListBuilder;
import karst.function.ValueBuilder;
import karst.type.Numbers;
import karst.type.SplType;
import karst.vector.DoubleVector;
import karst.vector.StringVector;
import karst.vector.Validity;
import karst.vector.Vector;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;

/** A column of Spark's rows in the type that the plan knows of it. */
final class SparkColumn {
  private SparkColumn() {}

  /** Returns the column of some rows. */
  static Vector vector(List<Row> rows, int column, SplType type) {
    boolean lists = rows.stream().anyMatch(row -> row.get(column) instanceof Seq<?>);
    if (lists || type instanceof SplType.Multivalue) {
      return lists(rows, column);
    }
    if (type.isNumeric()) {
      return numbers(rows, column);
    }
    if (type instanceof SplType.Text) {
      return texts(rows, column);
    }
    ValueBuilder values = new ValueBuilder(rows.size());
    for (Row row : rows) {
      append(values, row.get(column));
    }
    return values.build();
  }

  private static void append(ValueBuilder values, @Nullable Object value) {
    if (value == null) {
      values.appendNull();
    } else if (value instanceof Number number) {
      values.append(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      values.append(truth.booleanValue());
    } else {
      values.append(value.toString());
    }
  }

  private static Vector numbers(List<Row> rows, int column) {
    double[] numbers = new double[rows.size()];
    long[] valid = Validity.none(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      Object value = rows.get(i).get(column);
      if (value instanceof Number number) {
        numbers[i] = number.doubleValue();
        Validity.set(valid, i);
      } else if (value != null && Numbers.isNumber(value.toString())) {
        numbers[i] = Numbers.parse(value.toString());
        Validity.set(valid, i);
      }
    }
    return new DoubleVector(numbers, valid, numbers.length);
  }

  private static Vector texts(List<Row> rows, int column) {
    StringVector.Builder texts = new StringVector.Builder(rows.size());
    for (Row row : rows) {
      Object value = row.get(column);
      texts.append(value == null ? null : text(value));
    }
    return texts.build();
  }

  private static String text(Object value) {
    return value instanceof Number number ? Numbers.format(number.doubleValue()) : value.toString();
  }

  private static Vector lists(List<Row> rows, int column) {
    ListBuilder lists = new ListBuilder(rows.size());
    for (Row row : rows) {
      Object value = row.get(column);
      if (value instanceof Seq<?> array) {
        SparkValues.texts(array).forEach(lists::add);
      } else if (value instanceof Number number) {
        lists.add(number.doubleValue());
      } else if (value != null) {
        lists.add(value.toString());
      }
      lists.endRow();
    }
    return lists.build();
  }
}
