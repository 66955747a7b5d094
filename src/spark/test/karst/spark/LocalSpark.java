package karst.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import karst.Engine;
import karst.EngineBuilder;
import karst.script.Cell;
import karst.script.Environment;
import karst.script.Grid;
import karst.script.ScriptTable;
import karst.table.TimeText;
import karst.type.Numbers;
import karst.type.SplType;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;

/** Spark on two cores of this machine, one for all tests. */
public final class LocalSpark {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .appName("karst tests")
          .master("local[2]")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "2")
          // Thousands of small statements: code for each would take most of the time.
          .config("spark.sql.codegen.wholeStage", System.getProperty("karst.codegen", "false"))
          .config(
              "spark.sql.codegen.factoryMode",
              Boolean.getBoolean("karst.codegen") ? "FALLBACK" : "NO_CODEGEN")
          .config("spark.sql.warehouse.dir", "target/spark-warehouse")
          .getOrCreate();

  private LocalSpark() {}

  /** Returns the session. */
  static SparkSession session() {
    return SESSION;
  }

  /** Returns an engine whose tables are those of a script, in Spark. */
  static Engine engine(Environment environment) {
    SparkConnection connection = new SparkConnection(SESSION);
    for (ScriptTable table : environment.tables().values()) {
      connection.open(table.name(), rows(table), Optional.of(functions.col(SourceView.ORDINAL)));
    }
    return connection.configure(environment.engine()).build();
  }

  /** Gives an engine a table in Spark. */
  public static void open(
      EngineBuilder engine,
      String name,
      List<String> columns,
      List<DataType> types,
      List<List<Cell>> rows) {
    SparkConnection connection = new SparkConnection(SESSION);
    connection.open(
        name, rows(columns, types, rows), Optional.of(functions.col(SourceView.ORDINAL)));
    connection.configure(engine);
  }

  /** Returns a table with its order as a column. */
  static Dataset<Row> rows(ScriptTable table) {
    List<String> names = table.columns().stream().map(ScriptTable.Column::name).toList();
    List<DataType> types =
        IntStream.range(0, names.size()).mapToObj(column -> type(table, column)).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (List<Cell> cells : table.rows()) {
      List<Cell> row = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        SplType written = table.columns().get(i).type();
        row.add(new Cell(cells.get(i).values().stream().map(t -> text(t, written)).toList()));
      }
      rows.add(row);
    }
    return rows(names, types, rows);
  }

  /** Texts that are numbers where a bare number is one are written as SPL writes them. */
  private static String text(String text, SplType written) {
    boolean number = written instanceof SplType.Dynamic && Numbers.isNumber(text);
    return number ? Numbers.format(Numbers.parse(text)) : text;
  }

  private static Dataset<Row> rows(
      List<String> names, List<DataType> types, List<List<Cell>> table) {
    List<StructField> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(DataTypes.createStructField(names.get(i), types.get(i), true));
    }
    fields.add(DataTypes.createStructField(SourceView.ORDINAL, DataTypes.LongType, false));
    List<Row> rows = new ArrayList<>();
    for (List<Cell> cells : table) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        values.add(value(cells.get(i).values(), types.get(i)));
      }
      values.add((long) rows.size());
      rows.add(RowFactory.create(values.toArray()));
    }
    return SESSION.createDataFrame(rows, DataTypes.createStructType(fields));
  }

  private static DataType type(ScriptTable table, int column) {
    SplType type = table.columns().get(column).type();
    if (type.isNumeric()) {
      return DataTypes.DoubleType;
    }
    boolean several = table.rows().stream().anyMatch(row -> row.get(column).values().size() > 1);
    return several || type instanceof SplType.Multivalue
        ? DataTypes.createArrayType(DataTypes.StringType)
        : DataTypes.StringType;
  }

  private static @Nullable Object value(List<String> texts, DataType type) {
    if (texts.isEmpty()) {
      return null;
    }
    if (type.equals(DataTypes.DoubleType)) {
      String text = texts.get(0);
      return Numbers.isNumber(text) ? Numbers.parse(text) : TimeText.parse(text);
    }
    return type.equals(DataTypes.StringType) ? texts.get(0) : texts.toArray(String[]::new);
  }

  /** Returns the rows of a statement, numbers as SPL writes them. */
  static Grid query(String sql) {
    Dataset<Row> result = SESSION.sql(sql);
    List<List<Cell>> rows = new ArrayList<>();
    for (Row row : result.collectAsList()) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(cell(row.get(i)));
      }
      rows.add(cells);
    }
    return new Grid(List.of(result.columns()), rows);
  }

  private static Cell cell(@Nullable Object value) {
    if (value == null) {
      return Cell.NULL;
    }
    if (value instanceof Seq<?> array) {
      return new Cell(SparkValues.texts(array));
    }
    boolean number = value instanceof Number;
    return Cell.of(number ? Numbers.format(((Number) value).doubleValue()) : value.toString());
  }
}
