package karst.table.parquet;

import karst.table.NumberRange;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;

/** What a footer says of the numbers of a chunk. */
final class ColumnBounds {
  private ColumnBounds() {}

  /** Returns whether the footer says that no number of a chunk lies in a range. */
  static boolean isOutside(NumberRange range, ParquetColumn column, ColumnMetaData chunk) {
    Type stored = column.type().stored();
    boolean whole = stored == Type.INT32 || stored == Type.INT64;
    // Among floats there may be one that is no number, lies in no bounds and yet compares as true.
    if (!chunk.isSetStatistics() || column.repeated() || !column.type().isNumeric() || !whole) {
      return false;
    }
    Statistics statistics = chunk.getStatistics();
    if (!statistics.isSetMin_value() || !statistics.isSetMax_value()) {
      // The older form does not say how values were compared.
      return statistics.isSetNull_count() && statistics.getNull_count() == chunk.getNum_values();
    }
    double least = number(column.type(), statistics.getMin_value());
    double most = number(column.type(), statistics.getMax_value());
    // Bounds that are no numbers compare as false and so exclude nothing.
    return most < range.least() || least > range.most();
  }

  private static double number(LeafType type, byte[] bound) {
    int width = type.stored() == Type.INT32 ? 4 : 8;
    if (bound.length != width) {
      return Double.NaN;
    }
    return type.number(
        width == 4 ? (long) LittleEndian.intAt(bound, 0) : LittleEndian.longAt(bound, 0));
  }
}
