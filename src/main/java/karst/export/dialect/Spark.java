package karst.export.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import karst.export.AggregateRenderings;
import karst.export.Dialect;
import karst.export.ScalarRenderings;
import karst.export.Sql;
import karst.export.SqlShape;
import karst.function.library.CidrBlock;
import karst.type.WildcardPattern;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Apache Spark 3.4 and later. A session may have more functions than Spark's own. */
public class Spark extends Dialect {
  private static final int IP_V4 = 4;
  private static final int LAST_ASCII = 0x7F;

  private static final Map<Character, String> TIMES =
      Map.ofEntries(
          Map.entry('Y', "yyyy"),
          Map.entry('m', "MM"),
          Map.entry('d', "dd"),
          Map.entry('H', "HH"),
          Map.entry('M', "mm"),
          Map.entry('S', "ss"),
          Map.entry('y', "yy"),
          Map.entry('j', "DDD"),
          Map.entry('b', "MMM"),
          Map.entry('B', "MMMM"),
          Map.entry('a', "EEE"),
          Map.entry('A', "EEEE"),
          Map.entry('I', "hh"));

  private static final String NUMBER =
      SparkSyntax.literal(
          "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z|(?i)^[+-]?inf(inity)?\\z");
  private static final String NAN = SparkSyntax.literal("(?i)^[+-]?nan\\z");

  private final ScalarRenderings scalars = SparkScalars.table();
  private final AggregateRenderings aggregates = SparkAggregates.table();

  /** Creates the dialect. */
  public Spark() {
    super("spark", new SparkSyntax());
  }

  @Override
  public String requirement() {
    return "needs: SET spark.sql.session.timeZone = UTC; SET spark.sql.caseSensitive = true";
  }

  @Override
  protected ScalarRenderings scalars() {
    return scalars;
  }

  @Override
  protected AggregateRenderings aggregates() {
    return aggregates;
  }

  /** Spark reads blanks around numbers and letters behind them, which SPL does not. */
  @Override
  public String numberOfText() {
    return "CASE WHEN {0} RLIKE "
        + NUMBER
        + " THEN try_cast({0} AS DOUBLE) WHEN {0} RLIKE "
        + NAN
        + " THEN CAST('NaN' AS DOUBLE) END";
  }

  @Override
  protected String numberColumn() {
    return "try_cast({0} AS DOUBLE)";
  }

  /** Spark writes numbers as Java does, {@code 1.0E7}. */
  @Override
  protected String textOfNumber() {
    throw refusal("a fraction as text");
  }

  @Override
  protected String textOfInteger() {
    return "CAST({0} AS STRING)";
  }

  @Override
  protected String doubleType() {
    return "DOUBLE";
  }

  @Override
  protected boolean foldsNames() {
    return false;
  }

  /**
   * Two letters besides the ASCII ones are letters of ASCII in another case, {@code ſ} and the
   * Kelvin sign, which {@code lower} makes a {@code k}; and one is none, {@code İ}.
   */
  @Override
  protected RexNode matches(Sql sql, RexNode text, WildcardPattern pattern, boolean caseSensitive) {
    String wanted = pattern.pattern();
    RexNode subject = text;
    if (!caseSensitive && !isWithoutCase(wanted)) {
      if (wanted.chars().anyMatch(c -> c > LAST_ASCII)) {
        throw refusal("a pattern with letters beyond ASCII");
      }
      subject = sql.call(SqlShape.TEXT, "lower(translate({0}, 'ſİ', 'sı'))", text);
      wanted = lower(wanted);
    }
    if (!pattern.hasWildcard()) {
      return sql.compare(SqlStdOperatorTable.EQUALS, subject, sql.text(wanted));
    }
    String like =
        wanted
            .chars()
            .mapToObj(c -> c == '*' ? "%" : SparkScalars.escaped((char) c))
            .collect(Collectors.joining());
    return sql.call(SqlShape.TRUTH, "{0} LIKE {1}", subject, sql.text(like));
  }

  private static boolean isWithoutCase(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                Character.toLowerCase(c) != c
                    || Character.toUpperCase(c) != c
                    || (c > LAST_ASCII && Character.isLetter(c)));
  }

  private static String lower(String ascii) {
    return ascii.toLowerCase(Locale.ROOT);
  }

  @Override
  protected RexNode inSubnet(Sql sql, RexNode text, CidrBlock subnet, String written) {
    if (subnet.network().version() != IP_V4) {
      throw refusal("an address in a subnet of IPv6");
    }
    String pattern = Subnets.pattern(subnet.network(), subnet.prefix());
    String whole = "^(" + pattern + "|" + Re2Pattern.quoted(written) + ")\\z";
    return sql.call(SqlShape.TRUTH, "{0} RLIKE {1}", text, sql.text(whole));
  }

  @Override
  public RexNode timeText(Sql sql, RexNode seconds, String format) {
    String translated =
        TimeFormats.translate(
            format,
            TIMES,
            text -> text.matches("[-/:., ]*") ? text : "'" + text.replace("'", "''") + "'");
    return sql.call(
        SqlShape.TEXT,
        "date_format(timestamp_seconds(CAST(floor({0}) AS BIGINT)), {1})",
        seconds,
        sql.text(translated));
  }

  @Override
  protected String listOfText() {
    return "array({0})";
  }

  @Override
  protected String first() {
    return "element_at({0}, 1)";
  }

  @Override
  protected String each(String element) {
    return "nullif(filter(transform({0}, %1$s -> {1}), %1$s -> %1$s IS NOT NULL),"
            .formatted(element)
        + " CAST(array() AS ARRAY<STRING>))";
  }

  @Override
  protected String any(String element) {
    return "exists({0}, %s -> {1})".formatted(element);
  }

  @Override
  protected String unnest() {
    return "explode_outer({0})";
  }
}
