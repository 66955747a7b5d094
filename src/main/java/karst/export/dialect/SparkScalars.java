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
import karst.export.StandardRenderings;
import karst.type.SplRegex;
import org.apache.calcite.rex.RexNode;

/** What SPL's functions are in Spark. Its regular expressions are those of Java, as Karst's are. */
final class SparkScalars {
  private SparkScalars() {}

  static ScalarRenderings table() {
    return new ScalarRenderings()
        .with("%", NUMBER, "{0} % nullif({1}, 0)")
        .with("ceiling", NUMBER, whole("ceil"))
        .with("floor", NUMBER, whole("floor"))
        .with("len", INTEGER, "length({0})")
        .with("lower", TEXT, "lower({0})")
        .with("upper", TEXT, "upper({0})")
        .with("like", SparkScalars::like)
        .with("match", SparkScalars::match)
        .with("regex_matches", SparkScalars::match)
        .with("regex_group", SparkScalars::group)
        .with("replace", SparkScalars::replace)
        .with("mvcount", SparkScalars::mvcount)
        .with("mvjoin", SparkScalars::mvjoin)
        .with("convert_ctime", SparkScalars::time)
        .with("strftime", SparkScalars::time)
        .with("bucket", Times::bucket)
        .withAll(StandardRenderings.table());
  }

  /** Spark rounds to 64-bit integers; larger numbers have no fraction, and infinity stays. */
  private static String whole(String function) {
    return "CASE WHEN abs({0}) < 1E15 THEN CAST(" + function + "({0}) AS DOUBLE) ELSE {0} END";
  }

  /** Returns a character of a LIKE pattern that stands for itself. */
  static String escaped(char c) {
    return c == '%' || c == '_' || c == '\\' ? "\\" + c : String.valueOf(c);
  }

  private static RexNode like(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    // SPL's patterns have no escape.
    String pattern = arguments.constant(1).replace("\\", "\\\\");
    return sql.call(TRUTH, "{0} LIKE {1}", arguments.text(0), sql.text(pattern));
  }

  private static RexNode match(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    String pattern = SplRegex.compile(arguments.constant(1)).javaPattern();
    return sql.call(TRUTH, "{0} RLIKE {1}", arguments.text(0), sql.text(pattern));
  }

  /**
   * A group that takes part in every match: one that does not is null in SPL, and empty in Spark.
   */
  private static RexNode group(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    if (Sql.shape(arguments.get(0)) == LIST) {
      throw new ExportRefusal("a pattern is looked for in several values");
    }
    SplRegex regex = SplRegex.compile(arguments.constant(1));
    Re2Pattern.requireGroups(regex.pattern());
    int group = regex.groupNumber(arguments.constant(2));
    return sql.call(
        TEXT,
        "CASE WHEN {0} RLIKE {1} THEN regexp_extract({0}, {1}, " + group + ") END",
        arguments.text(0),
        sql.text(regex.javaPattern()));
  }

  private static RexNode replace(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    SplRegex regex = SplRegex.compile(arguments.constant(1));
    return sql.call(
        TEXT,
        "regexp_replace({0}, {1}, {2})",
        arguments.text(0),
        sql.text(regex.javaPattern()),
        sql.text(replacement(arguments.constant(2), regex.groupCount())));
  }

  /** A group is {@code $1} in place of {@code \1}. */
  private static String replacement(String text, int groups) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean reference =
          c == '\\' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
      if (reference) {
        int group = text.charAt(++i) - '0';
        if (group > groups || (i + 1 < text.length() && Character.isDigit(text.charAt(i + 1)))) {
          throw new ExportRefusal("a replacement names a group that there is not");
        }
        out.append('$').append(group);
      } else {
        out.append(c == '\\' || c == '$' ? "\\" + c : String.valueOf(c));
      }
    }
    return out.toString();
  }

  private static RexNode mvcount(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    RexNode value = arguments.get(0);
    return Sql.shape(value) == LIST
        ? sql.call(INTEGER, "CASE WHEN {0} IS NOT NULL THEN size({0}) END", value)
        : sql.call(INTEGER, "CASE WHEN {0} IS NOT NULL THEN 1 END", value);
  }

  private static RexNode mvjoin(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    RexNode value = arguments.get(0);
    return Sql.shape(value) == LIST
        ? sql.call(TEXT, "array_join({0}, {1})", value, sql.text(arguments.constant(1)))
        : sql.toText(value);
  }

  private static RexNode time(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    Times.requireUtc(sql);
    if (!Sql.shape(arguments.get(0)).isNumeric()) {
      throw new ExportRefusal("a text may be no time");
    }
    return ((Spark) sql.dialect()).timeText(sql, arguments.number(0), arguments.constant(1));
  }
}
