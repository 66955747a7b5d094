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

/**
 * What SPL's functions are in PostgreSQL. Case is Unicode's by ICU, whatever the database's own
 * collation.
 */
final class PostgresScalars {
  private static final int MOST_DECIMALS = 15;

  private PostgresScalars() {}

  static ScalarRenderings table() {
    return new ScalarRenderings()
        .with("ceiling", NUMBER, "ceil({0})")
        .with("floor", NUMBER, "floor({0})")
        .with("sqrt", NUMBER, "CASE WHEN {0} >= 0 THEN sqrt({0}) END")
        .with("len", INTEGER, "length({0})")
        .with("lower", TEXT, "lower({0} COLLATE \"und-x-icu\") COLLATE \"C\"")
        .with("upper", TEXT, "upper({0} COLLATE \"und-x-icu\") COLLATE \"C\"")
        .with("like", PostgresScalars::like)
        .with("match", PostgresScalars::match)
        .with("regex_matches", PostgresScalars::match)
        .with("regex_group", PostgresScalars::group)
        .with("replace", PostgresScalars::replace)
        .with("round", PostgresScalars::round)
        .with(
            "substr",
            Substrings.rendering("substr({0}, %d)", "substr({0}, %d, %d)", "right({0}, %d)"))
        .with("split", PostgresScalars::split)
        .with("mvcount", Lists.count("cardinality({0})"))
        .with("mvjoin", Lists.join("array_to_string({0}, {1})"))
        .with("mvindex", PostgresScalars::index)
        .with("convert_ctime", Times.ctime())
        .with("strftime", Times.strftime())
        .with("bucket", Times::bucket)
        .withAll(StandardRenderings.table());
  }

  /** SPL's patterns have no escape. */
  private static RexNode like(ScalarArguments arguments) {
    String pattern = arguments.constant(1).replace("\\", "\\\\");
    Sql sql = arguments.sql();
    return sql.call(TRUTH, "{0} LIKE {1}", arguments.text(0), sql.text(pattern));
  }

  private static RexNode match(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    String source = arguments.constant(1);
    String subject = PosixPattern.ignoresCase(source) ? PosixPattern.WITHOUT_OTHER_CASES : "{0}";
    return sql.call(
        TRUTH,
        subject + " COLLATE \"C\" ~ {1}",
        arguments.text(0),
        sql.text(PosixPattern.matching(source)));
  }

  private static RexNode group(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    if (Sql.shape(arguments.get(0)) == LIST) {
      throw new ExportRefusal("a pattern is looked for in several values");
    }
    String source = withCase(arguments.constant(1));
    int group = SplRegex.compile(source).groupNumber(arguments.constant(2));
    return sql.call(
        TEXT,
        "(regexp_match({0} COLLATE \"C\", {1}))[" + group + "]",
        arguments.text(0),
        sql.text(PosixPattern.extracting(source)));
  }

  private static RexNode replace(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    Re2Pattern.Replacement replacement =
        PosixPattern.replacing(withCase(arguments.constant(1)), arguments.constant(2));
    return sql.call(
        TEXT,
        "regexp_replace({0} COLLATE \"C\", {1}, {2})",
        arguments.text(0),
        sql.text(replacement.pattern()),
        sql.text(replacement.replacement()));
  }

  /** Refuses a pattern that minds no case where what it matches is kept. */
  private static String withCase(String pattern) {
    if (PosixPattern.ignoresCase(pattern)) {
      throw new ExportRefusal("what a pattern without case matches is kept");
    }
    return pattern;
  }

  /** By decimal digits, half away from zero; with decimals the answer is text that has them all. */
  private static RexNode round(ScalarArguments arguments) {
    int decimals = arguments.size() < 2 ? 0 : arguments.constantInteger(1);
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw new ExportRefusal("`round` keeps " + decimals + " decimals");
    }
    String rounded = "round(CAST(CAST({0} AS TEXT) AS NUMERIC), " + decimals + ")";
    Sql sql = arguments.sql();
    return decimals == 0
        ? sql.call(NUMBER, "CAST(" + rounded + " AS DOUBLE PRECISION)", arguments.number(0))
        : sql.call(
            TEXT,
            "replace(translate(CAST(" + rounded + " AS TEXT), 'NI', 'ni'), 'inity', '')",
            arguments.number(0));
  }

  private static RexNode split(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    String delimiter = arguments.constant(1);
    if (delimiter.isEmpty()) {
      throw new ExportRefusal("a text is split into its characters");
    }
    return sql.call(
        LIST,
        "CASE WHEN {0} = '' THEN ARRAY[''] ELSE string_to_array({0}, {1}) END",
        arguments.text(0),
        sql.text(delimiter));
  }

  private static RexNode index(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    RexNode value = arguments.get(0);
    int start = arguments.constantInteger(1);
    if (arguments.size() < 3) {
      if (Sql.shape(value) != SqlShape.LIST) {
        return start == 0 || start == -1 ? value : sql.nothing(TEXT);
      }
      return sql.call(TEXT, "({0})[" + place(start) + "]", value);
    }
    String range = place(start) + ":" + place(arguments.constantInteger(2));
    return sql.call(LIST, "nullif(({0})[" + range + "], '{}')", sql.toList(value));
  }

  /** PostgreSQL counts from 1, and only from the start. */
  private static String place(int index) {
    return index < 0 ? "cardinality({0}) + " + (index + 1) : String.valueOf(index + 1);
  }
}
