package karst.export.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karst.export.AggregateRenderings;
import karst.export.Dialect;
import karst.export.LookupCall;
import karst.export.ScalarRenderings;
import karst.export.Sql;
import karst.export.SqlShape;
import karst.function.library.CidrBlock;
import karst.type.WildcardPattern;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** DuckDB 1.3 and later. */
public final class DuckDb extends Dialect {
  /** What a query ends with that meets what it cannot sort. */
  static final String NO_ORDER = "IPv6 addresses cannot be sorted in this export";

  private static final Map<Character, String> TIMES =
      Stream.of("Y", "m", "d", "H", "M", "S", "y", "j", "b", "B", "a", "A", "I", "p")
          .collect(Collectors.toUnmodifiableMap(text -> text.charAt(0), text -> "%" + text));

  private final ScalarRenderings scalars = DuckDbScalars.table();
  private final AggregateRenderings aggregates = DuckDbAggregates.table();

  /** Creates the dialect. */
  public DuckDb() {
    super("duckdb", new DuckDbSyntax());
  }

  @Override
  protected ScalarRenderings scalars() {
    return scalars;
  }

  @Override
  protected AggregateRenderings aggregates() {
    return aggregates;
  }

  /** DuckDB reads blanks, underscores and two signs in numbers, which SPL does not. */
  @Override
  public String numberOfText() {
    return "TRY_CAST(regexp_replace({0}, '[\\s\\v_]|\\+-', '?') AS DOUBLE)";
  }

  @Override
  protected String numberColumn() {
    return "TRY_CAST({0} AS DOUBLE)";
  }

  @Override
  protected String textOfNumber() {
    return "CASE WHEN {0} = trunc({0}) AND abs({0}) < 1e16"
        + " THEN CAST(CAST({0} AS BIGINT) AS VARCHAR) ELSE CAST({0} AS VARCHAR) END";
  }

  @Override
  protected String textOfInteger() {
    return "CAST({0} AS VARCHAR)";
  }

  @Override
  protected String doubleType() {
    return "DOUBLE";
  }

  @Override
  protected RexNode matches(Sql sql, RexNode text, WildcardPattern pattern, boolean caseSensitive) {
    boolean caseless = !caseSensitive && hasCase(pattern.pattern());
    if (!pattern.hasWildcard() && !caseless) {
      return sql.compare(SqlStdOperatorTable.EQUALS, text, sql.text(pattern.pattern()));
    }
    String options = caseless ? "si" : "s";
    if (!pattern.hasWildcard()) {
      return sql.call(
          SqlShape.TRUTH,
          "regexp_full_match({0}, {1}, 'i')",
          text,
          sql.text(Re2Pattern.quoted(pattern.pattern())));
    }
    String middle =
        pattern.literals().stream().map(Re2Pattern::quoted).collect(Collectors.joining(".*"));
    String start = pattern.pattern().startsWith("*") ? "" : "^";
    String end = pattern.pattern().endsWith("*") ? "" : "$";
    return sql.call(
        SqlShape.TRUTH,
        "regexp_matches({0}, {1}, '" + options + "')",
        text,
        sql.text(start + middle + end));
  }

  @Override
  protected RexNode inSubnet(Sql sql, RexNode text, CidrBlock subnet, String written) {
    String pattern = Subnets.patternOrText(this, subnet, written);
    return sql.call(SqlShape.TRUTH, "regexp_full_match({0}, {1})", text, sql.text(pattern));
  }

  @Override
  protected RexNode lookup(Sql sql, LookupCall call) {
    return DuckDbLookup.write(sql, call);
  }

  private static boolean hasCase(String text) {
    return !text.toLowerCase(Locale.ROOT).equals(text)
        || !text.toUpperCase(Locale.ROOT).equals(text);
  }

  @Override
  public RexNode timeText(Sql sql, RexNode seconds, String format) {
    String translated = TimeFormats.translate(format, TIMES, text -> text.replace("%", "%%"));
    return sql.call(
        SqlShape.TEXT,
        "strftime(make_timestamp(CAST(floor({0}) AS BIGINT) * 1000000), {1})",
        seconds,
        sql.text(translated));
  }

  @Override
  protected String listOfText() {
    return "list_value({0})";
  }

  @Override
  protected String first() {
    return "list_extract({0}, 1)";
  }

  @Override
  protected String each(String element) {
    return "nullif(list_filter(list_transform({0}, lambda %1$s: {1}), lambda %1$s: %1$s IS NOT NULL), [])"
        .formatted(element);
  }

  @Override
  protected String any(String element) {
    return "list_bool_or(list_transform({0}, lambda %s: {1}))".formatted(element);
  }

  @Override
  protected String unnest() {
    return "unnest(coalesce({0}, [NULL]))";
  }

  @Override
  protected boolean foldsNames() {
    return true;
  }

  /** Addresses of version 6, which DuckDB itself cannot read, end the query when it meets one. */
  @Override
  protected String addressOrder() {
    return "CASE WHEN regexp_full_match({0}, '"
        + Subnets.ADDRESS
        + "') THEN list_transform(string_split({0}, '.'), lambda v: CAST(v AS INTEGER))"
        + " WHEN regexp_full_match({0}, '"
        + Subnets.MAY_BE_VERSION_6
        + "') THEN CAST(error('"
        + NO_ORDER
        + "') AS INTEGER[]) END";
  }

  @Override
  protected boolean sortsByWindows() {
    return true;
  }
}
