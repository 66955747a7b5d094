package karst.export.dialect;

import java.util.Map;
import karst.export.AggregateRenderings;
import karst.export.Dialect;
import karst.export.ScalarRenderings;
import karst.export.Sql;
import karst.export.SqlShape;
import karst.function.library.CidrBlock;
import karst.type.WildcardPattern;
import org.apache.calcite.rex.RexNode;

/** PostgreSQL 14 and later, with any collation, in UTF-8. */
public final class Postgres extends Dialect {
  private static final Map<Character, String> TIMES =
      Map.ofEntries(
          Map.entry('Y', "YYYY"),
          Map.entry('m', "MM"),
          Map.entry('d', "DD"),
          Map.entry('H', "HH24"),
          Map.entry('M', "MI"),
          Map.entry('S', "SS"),
          Map.entry('y', "YY"),
          Map.entry('j', "DDD"),
          Map.entry('b', "Mon"),
          Map.entry('B', "FMMonth"),
          Map.entry('a', "Dy"),
          Map.entry('A', "FMDay"),
          Map.entry('I', "HH12"),
          Map.entry('p', "AM"));

  /** A significand that is short enough to leave it to the exponent how large the number is. */
  private static final String SHORT = "'^[^eE]{1,255}[eE]";

  private final ScalarRenderings scalars = PostgresScalars.table();
  private final AggregateRenderings aggregates = PostgresAggregates.table();

  /** Creates the dialect. */
  public Postgres() {
    super("postgres", new PostgresSyntax());
  }

  @Override
  protected ScalarRenderings scalars() {
    return scalars;
  }

  @Override
  protected AggregateRenderings aggregates() {
    return aggregates;
  }

  /**
   * A cast ends the query where a text is no number or none of the range of floats; JSON paths can
   * ask.
   */
  @Override
  public String numberOfText() {
    return "CASE WHEN {0} ~ '^("
        + NumberTexts.DIGITS
        + ")$' THEN CASE WHEN jsonb_path_exists(to_jsonb(CAST({0} AS TEXT)), '$.double()', '{}', true)"
        + " THEN CAST({0} AS DOUBLE PRECISION) WHEN {0} ~ "
        + SHORT
        + "-' THEN 0 WHEN {0} ~ "
        + SHORT
        + "' THEN CASE WHEN {0} LIKE '-%' THEN -1 ELSE 1 END * CAST('Infinity' AS DOUBLE PRECISION)"
        + " ELSE CAST({0} AS DOUBLE PRECISION) END WHEN {0} ~ '^("
        + NumberTexts.any(NumberTexts.INFINITY, NumberTexts.NAN)
        + ")$' THEN CAST({0} AS DOUBLE PRECISION) END";
  }

  @Override
  protected String numberColumn() {
    return "CAST({0} AS DOUBLE PRECISION)";
  }

  /** PostgreSQL writes an exponent from 1e15 on, and words that SPL abbreviates. */
  @Override
  protected String textOfNumber() {
    return "CASE WHEN {0} = trunc({0}) AND abs({0}) < 1e16"
        + " THEN CAST(CAST({0} AS BIGINT) AS TEXT)"
        + " WHEN abs({0}) >= 1e15 AND abs({0}) < 1e16"
        + " THEN CAST(CAST(CAST({0} AS TEXT) AS NUMERIC) AS TEXT)"
        + " ELSE replace(translate(CAST({0} AS TEXT), 'NI', 'ni'), 'inity', '') END";
  }

  @Override
  protected String textOfInteger() {
    return "CAST({0} AS TEXT)";
  }

  @Override
  protected String doubleType() {
    return "DOUBLE PRECISION";
  }

  @Override
  protected String byBytes() {
    return "{0} COLLATE \"C\"";
  }

  @Override
  protected boolean foldsNames() {
    return false;
  }

  @Override
  protected boolean sortsByWindows() {
    return true;
  }

  @Override
  protected RexNode matches(Sql sql, RexNode text, WildcardPattern pattern, boolean caseSensitive) {
    return FoldedPattern.matches(
        sql, text, pattern, caseSensitive, "translate({0}, {1}, {2})", "{0} LIKE {1}");
  }

  @Override
  protected RexNode inSubnet(Sql sql, RexNode text, CidrBlock subnet, String written) {
    String pattern = Subnets.patternOrText(this, subnet, written);
    return sql.call(SqlShape.TRUTH, "{0} ~ {1}", text, sql.text("^(" + pattern + ")$"));
  }

  @Override
  public RexNode timeText(Sql sql, RexNode seconds, String format) {
    String translated =
        TimeFormats.translate(
            format, TIMES, text -> text.matches("[-/:., ]*") ? text : quotedInFormat(text));
    return sql.call(
        SqlShape.TEXT,
        "to_char(to_timestamp(floor({0})) AT TIME ZONE 'UTC', {1})",
        seconds,
        sql.text(translated));
  }

  private static String quotedInFormat(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @Override
  protected String listOfText() {
    return "CAST(ARRAY[{0}] AS TEXT[])";
  }

  @Override
  protected String first() {
    return "({0})[1]";
  }

  @Override
  protected String each(String element) {
    return "nullif(ARRAY(SELECT v2 FROM (SELECT {1} AS v2, i FROM unnest({0}) WITH ORDINALITY AS u(%s, i)) AS w WHERE v2 IS NOT NULL ORDER BY i), '{}')"
        .formatted(element);
  }

  @Override
  protected String any(String element) {
    return "(SELECT bool_or({1}) FROM unnest({0}) AS u(%s))".formatted(element);
  }

  @Override
  protected String unnest() {
    return "unnest(coalesce({0}, CAST(ARRAY[NULL] AS TEXT[])))";
  }

  /** An address of version 6 ends the query in an error that says so. */
  @Override
  protected String addressOrder() {
    return "CASE WHEN {0} ~ '^"
        + Subnets.ADDRESS
        + "$' THEN CAST(string_to_array({0}, '.') AS INTEGER[]) WHEN {0} ~ '^("
        + Subnets.MAY_BE_VERSION_6
        + ")$' THEN CAST({0} || ' cannot be sorted in this export' AS INTEGER[]) END";
  }
}
