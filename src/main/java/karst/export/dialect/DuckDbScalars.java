package karst.export.dialect;

import static karst.export.SqlShape.INTEGER;
import static karst.export.SqlShape.LIST;
import static karst.export.SqlShape.NUMBER;
import static karst.export.SqlShape.TEXT;
import static karst.export.SqlShape.TRUTH;

import karst.export.ExportRefusal;
import karst.export.ScalarArguments;
import karst.export.ScalarRenderings;
import karst.export.Sql;
import karst.export.SqlShape;
import karst.export.StandardRenderings;
import karst.type.SplRegex;
import org.apache.calcite.rex.RexNode;

/** What SPL's functions are in DuckDB. */
final class DuckDbScalars {
  /** What of a decimal fraction with 38 digits is behind the point. */
  private static final int MOST_DECIMALS = 15;

  private DuckDbScalars() {}

  static ScalarRenderings table() {
    return new ScalarRenderings()
        .with("%", NUMBER, "{0} % nullif({1}, 0)")
        .with("ceiling", NUMBER, "ceil({0})")
        .with("floor", NUMBER, "floor({0})")
        .with("sqrt", NUMBER, "CASE WHEN {0} >= 0 THEN sqrt({0}) END")
        .with("len", INTEGER, "length({0})")
        .with("match", DuckDbScalars::match)
        .with("replace", DuckDbScalars::replace)
        .with("lower", TEXT, "lower(replace({0}, 'İ', 'i̇'))")
        .with("upper", TEXT, "upper(replace({0}, 'ß', 'SS'))")
        .with("like", DuckDbScalars::like)
        .with("round", DuckDbScalars::round)
        .with(
            "substr",
            Substrings.rendering("substr({0}, %d)", "substr({0}, %d, %d)", "right({0}, %d)"))
        .with("regex_matches", DuckDbScalars::match)
        .with("regex_group", DuckDbScalars::group)
        .with("split", DuckDbScalars::split)
        .with("convert_ctime", Times.ctime())
        .with("strftime", Times.strftime())
        .with("bucket", Times::bucket)
        .withAll(DuckDbLists.table())
        .withAll(StandardRenderings.table());
  }

  private static RexNode match(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    String pattern = Re2Pattern.matching(arguments.constant(1));
    return sql.call(TRUTH, "regexp_matches({0}, {1})", arguments.text(0), sql.text(pattern));
  }

  private static RexNode replace(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    Re2Pattern.Replacement replacement =
        Re2Pattern.replacing(arguments.constant(1), arguments.constant(2));
    return sql.call(
        TEXT,
        "regexp_replace({0}, {1}, {2}, 'g')",
        arguments.text(0),
        sql.text(replacement.pattern()),
        sql.text(replacement.replacement()));
  }

  /** SPL's patterns have no escape, and neither have DuckDB's. */
  private static RexNode like(ScalarArguments arguments) {
    return arguments.sql().call(TRUTH, "{0} LIKE {1}", arguments.text(0), arguments.text(1));
  }

  /** By decimal digits, half away from zero; with decimals the answer is text that has them all. */
  private static RexNode round(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    RexNode number = arguments.number(0);
    int decimals = arguments.size() < 2 ? 0 : arguments.constantInteger(1);
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw new ExportRefusal("`round` keeps " + decimals + " decimals");
    }
    if (decimals == 0) {
      return sql.call(NUMBER, "round({0})", number);
    }
    return sql.call(
        TEXT,
        "CAST(CAST(round(CAST(CAST({0} AS VARCHAR) AS DECIMAL(38, 17)), %1$d) AS DECIMAL(38, %1$d)) AS VARCHAR)"
            .formatted(decimals),
        number);
  }

  private static RexNode group(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    RexNode value = arguments.get(0);
    if (Sql.shape(value) == SqlShape.LIST) {
      throw new ExportRefusal("a pattern is looked for in several values");
    }
    String source = arguments.constant(1);
    int group = SplRegex.compile(source).groupNumber(arguments.constant(2));
    return sql.call(
        TEXT,
        "CASE WHEN regexp_matches({0}, {1}) THEN regexp_extract({0}, {1}, " + group + ") END",
        sql.toText(value),
        sql.text(Re2Pattern.extracting(source)));
  }

  private static RexNode split(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    String delimiter = arguments.constant(1);
    if (delimiter.isEmpty()) {
      throw new ExportRefusal("a text is split into its characters");
    }
    return sql.call(LIST, "string_split({0}, {1})", arguments.text(0), sql.text(delimiter));
  }
}
