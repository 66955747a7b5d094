package karst.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import karst.table.Table;
import karst.type.SplType;
import karst.vector.Schema;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * A table of Spark as SPL sees it: its columns are texts, numbers, or arrays of texts; times are
 * seconds since the epoch.
 */
final class SourceView {
  /** The column that tells the order of the rows. */
  static final String ORDINAL = "$row";

  private static final int SECONDS_OF_DAY = 86_400;

  private SourceView() {}

  /**
   * Makes a view and returns it as a table. A column of the name of the ordinal is none of its.
   *
   * @param ordinal tells the order of the rows; empty if they have none
   */
  static SparkTable create(
      SparkSession session, String name, Dataset<Row> rows, Optional<Column> ordinal) {
    List<Column> columns = new ArrayList<>();
    List<karst.vector.Column> schema = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      if (field.name().equals(ORDINAL)) {
        continue;
      }
      SplType type = type(field);
      columns.add(column(rows.col(quoted(field.name())), field, type).as(field.name()));
      schema.add(new karst.vector.Column(field.name(), type));
    }
    ordinal.ifPresent(order -> columns.add(order.as(ORDINAL)));
    rows.select(columns.toArray(Column[]::new)).createOrReplaceTempView(quoted(name));
    String all =
        schema.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    String order = ordinal.isPresent() ? " ORDER BY " + quoted(ORDINAL) : "";
    return new SparkTable(
        session, name, new Schema(schema), "SELECT " + all + " FROM " + quoted(name) + order);
  }

  /** Returns a name in quotes. */
  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static SplType type(StructField field) {
    DataType type = field.dataType();
    if (field.name().equals(Table.TIME_FIELD)
        || type instanceof TimestampType
        || type instanceof TimestampNTZType
        || type instanceof DateType) {
      return SplType.TIME;
    }
    if (type instanceof NumericType) {
      return SplType.NUMBER;
    }
    return type instanceof ArrayType ? SplType.multivalue(SplType.STRING) : SplType.STRING;
  }

  private static Column column(Column column, StructField field, SplType type) {
    DataType from = field.dataType();
    if (from instanceof NumericType) {
      return column.cast("double");
    }
    if (from instanceof TimestampType || from instanceof TimestampNTZType) {
      return functions.unix_micros(column.cast("timestamp")).divide(functions.lit(1e6));
    }
    if (from instanceof DateType) {
      return functions.unix_date(column).multiply(functions.lit(SECONDS_OF_DAY)).cast("double");
    }
    if (type.isNumeric()) {
      return functions.call_function(KernelFunctions.TIME_OF_TEXT, column.cast("string"));
    }
    if (from instanceof ArrayType) {
      Column texts = functions.filter(column.cast("array<string>"), Column::isNotNull);
      return functions.when(functions.size(texts).gt(0), texts);
    }
    if (from instanceof BooleanType) {
      return functions.when(column, "True").when(functions.not(column), "False");
    }
    return from instanceof StringType ? column : column.cast("string");
  }
}
