package karst.oracle;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import karst.EngineBuilder;
import karst.script.Results;
import karst.spark.LocalSpark;
import karst.table.Table;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a search answers on Spark is what it answers here. */
@PropertyDefaults(tries = 150, edgeCases = EdgeCasesMode.NONE)
class SparkLaws {
  /** Commands of which most uses run on Spark. */
  private static final List<String> COMMANDS =
      List.of(
          "search",
          "where",
          "eval",
          "stats",
          "eventstats",
          "dedup",
          "fillnull",
          "rename",
          "sort",
          "head",
          "append",
          "join",
          "regex",
          "rex",
          "bin",
          "convert");

  @Property
  void aPipelineAnswersTheSame(@ForAll("pipelines") Sample sample) {
    agree(sample);
  }

  @Property
  void aSearchExpressionFindsTheSame(@ForAll("searches") Sample sample) {
    agree(sample);
  }

  @Property
  void anExpressionIsTheSame(@ForAll("expressions") Sample sample) {
    agree(sample);
  }

  @Property
  void aDataModelAnswersTheSame(@ForAll("dataModels") Sample sample) {
    agree(sample);
  }

  private static void agree(Sample sample) {
    TestTable table = sample.table().single();
    Answer expected = Trial.engine(table, sample.spl());
    EngineBuilder engine = Trial.builder(table.inMemory());
    LocalSpark.open(engine, table.name(), table.columns(), types(table), table.cells());
    Answer answer = Answer.of(Results.of(engine.build().prepare(sample.spl())));
    if (ExportLaws.hasTwins(table) && answer.unordered().equals(expected.unordered())) {
      return;
    }
    answer.mustEqual(expected, sample.toString());
  }

  /** A time is a number in Spark, all else is text. */
  private static List<DataType> types(TestTable table) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(
            i ->
                table.columns().get(i).equals(Table.TIME_FIELD)
                    ? DataTypes.DoubleType
                    : DataTypes.StringType)
        .toList();
  }

  @Provide
  static Arbitrary<Sample> pipelines() {
    Map<String, Arbitrary<String>> all = AnyCommand.byName();
    List<Arbitrary<String>> commands = COMMANDS.stream().map(name -> all.get(name)).toList();
    return AnySample.of(Arbitraries.oneOf(commands), 3);
  }

  @Provide
  static Arbitrary<Sample> searches() {
    return AnySample.of(AnyCommand.named("search"));
  }

  @Provide
  static Arbitrary<Sample> expressions() {
    return Arbitraries.oneOf(
        AnySample.of(AnyCommand.named("eval")), AnySample.of(AnyCommand.named("where")));
  }

  @Provide
  static Arbitrary<Sample> dataModels() {
    return AnySample.dataModels();
  }
}
