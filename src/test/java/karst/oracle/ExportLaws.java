package karst.oracle;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.Query;
import karst.SqlTarget;
import karst.export.SqlDatabase;
import karst.script.Cell;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.type.Numbers;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What a search answers on a database, as SQL, is what it answers here. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class ExportLaws {
  /** Commands of which most uses can be exported. */
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
          "fields",
          "table",
          "sort",
          "head",
          "append",
          "join",
          "regex",
          "rex",
          "convert");

  private static final SqlDatabase DATABASE = SqlDatabase.chosen();

  @Property
  void aPipelineAnswersTheSame(@ForAll("pipelines") Sample sample) throws SQLException {
    agree(sample);
  }

  @Property
  void aSearchExpressionFindsTheSame(@ForAll("searches") Sample sample) throws SQLException {
    agree(sample);
  }

  @Property
  void anExpressionIsTheSame(@ForAll("expressions") Sample sample) throws SQLException {
    agree(sample);
  }

  @Property
  void aDataModelAnswersTheSame(@ForAll("dataModels") Sample sample) throws SQLException {
    agree(sample);
  }

  private static void agree(Sample sample) throws SQLException {
    TestTable table = sample.table().single();
    Query query = Trial.builder(table.inMemory()).build().prepare(sample.spl());
    String sql;
    try {
      sql = query.sql(SqlTarget.of(DATABASE.dialect()).withOrdinal(SqlDatabase.ORDINAL));
    } catch (SplException refused) {
      if (refused.diagnostics().get(0).code() != DiagnosticCode.NOT_EXPORTABLE) {
        throw refused;
      }
      return;
    }
    Answer expected = Trial.engine(table, sample.spl());
    synchronized (DATABASE) {
      DATABASE.table(table.name(), table.columns(), table.cells());
      Answer answer;
      try {
        answer = Answer.of(DATABASE.query(sql));
      } catch (SQLException fault) {
        if (DATABASE.isRefusal(fault)) {
          return;
        }
        throw new AssertionError(fault.getMessage() + "\n" + sql + sample, fault);
      }
      if (hasTwins(table) && answer.unordered().equals(expected.unordered())) {
        return;
      }
      answer.mustEqual(expected, sample + "\n" + sql);
    }
  }

  /** Texts that are one number come in the order of their texts, and here of their first rows. */
  static boolean hasTwins(TestTable table) {
    Map<Double, String> numbers = new HashMap<>();
    for (List<Cell> row : table.cells()) {
      for (Cell cell : row) {
        for (String text : cell.values()) {
          if (Numbers.isNumber(text)) {
            String before = numbers.putIfAbsent(Numbers.parse(text) + 0.0, text);
            if (before != null && !before.equals(text)) {
              return true;
            }
          }
        }
      }
    }
    return false;
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
    return Arbitraries.frequencyOf(
        Tuple.of(1, AnySample.of(AnyCommand.named("eval"))),
        Tuple.of(1, AnySample.of(AnyCommand.named("where"))));
  }

  @Provide
  static Arbitrary<Sample> dataModels() {
    return AnySample.dataModels();
  }
}
