package karst.spark;

import java.util.ArrayList;
import java.util.List;
import karst.export.SqlShape;
import karst.vector.BooleanVector;
import karst.vector.DoubleVector;
import karst.vector.Kind;
import karst.vector.ListVector;
import karst.vector.NullVector;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Vector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;

/** Values of Spark as columns of one row, and back. */
final class SparkValues {
  private SparkValues() {}

  /** Returns the type of a shape. */
  static DataType type(SqlShape shape) {
    return switch (shape) {
      case TEXT -> DataTypes.StringType;
      case NUMBER -> DataTypes.DoubleType;
      case INTEGER -> DataTypes.LongType;
      case TRUTH -> DataTypes.BooleanType;
      case LIST -> DataTypes.createArrayType(DataTypes.StringType);
    };
  }

  /** Returns a value as a column of one row. */
  static Vector vector(@Nullable Object value) {
    if (value == null) {
      return new NullVector(1);
    }
    if (value instanceof String text) {
      return StringVector.of(text);
    }
    if (value instanceof Number number) {
      return new DoubleVector(new double[] {number.doubleValue()}, null, 1);
    }
    if (value instanceof Boolean truth) {
      return new BooleanVector(new long[] {truth ? 1 : 0}, null, 1);
    }
    List<String> texts = texts((Seq<?>) value);
    int[] offsets = {0, texts.size()};
    return new ListVector(offsets, StringVector.of(texts.toArray(String[]::new)), 1);
  }

  /** Returns the texts of an array that has no nulls. */
  static List<String> texts(Seq<?> array) {
    List<String> texts = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      texts.add(String.valueOf(array.apply(i)));
    }
    return texts;
  }

  /** Returns the only value of a column of one row. */
  static @Nullable Object value(Vector vector, SqlShape shape) {
    Kind kind = vector.kindAt(0);
    if (kind == Kind.NULL) {
      return null;
    }
    return switch (shape) {
      case TRUTH -> vector.booleanAt(0);
      case NUMBER -> vector.numberAt(0);
      case INTEGER -> (long) vector.numberAt(0);
      case TEXT -> text(vector, kind);
      case LIST -> kind == Kind.LIST ? elements(vector.listAt(0)) : List.of(text(vector, kind));
    };
  }

  private static String text(Vector vector, Kind kind) {
    if (kind == Kind.LIST) {
      throw new IllegalStateException("several values where one is declared");
    }
    return String.valueOf(TextOf.row(vector, 0));
  }

  private static List<String> elements(Vector list) {
    List<String> texts = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      texts.add(String.valueOf(TextOf.row(list, i)));
    }
    return texts;
  }
}
