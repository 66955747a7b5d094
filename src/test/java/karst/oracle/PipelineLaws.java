package karst.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What commands mean for one another, whatever the rows. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class PipelineLaws {
  @Property
  void aConditionItsOppositeAndItsLackPartTheRows(
      @ForAll("tables") TestTable table, @ForAll("conditions") String p) {
    List<String> parts =
        Answer.together(
            run(table, "where " + p),
            run(table, "where NOT (" + p + ")"),
            run(table, "where isnull((" + p + "))"));
    assertEquals(run(table, "search *").unordered(), parts, () -> sample(table, "where " + p));
  }

  @Property
  void oneConditionAfterAnotherIsBothTogether(
      @ForAll("tables") TestTable table,
      @ForAll("conditions") String p,
      @ForAll("conditions") String q) {
    same(table, "where " + p + " | where " + q, "where (" + p + ") AND (" + q + ")");
  }

  @Property
  void oneSearchAfterAnotherIsBothTogether(
      @ForAll("tables") TestTable table, @ForAll("terms") String p, @ForAll("terms") String q) {
    same(table, "search " + p + " | search " + q, "search (" + p + ") (" + q + ")");
  }

  @Property
  void aTermAndItsOppositePartTheRows(
      @ForAll("tables") TestTable table, @ForAll("terms") String p) {
    List<String> parts =
        Answer.together(run(table, "search " + p), run(table, "search NOT (" + p + ")"));
    assertEquals(run(table, "search *").unordered(), parts, () -> sample(table, "search " + p));
  }

  @Property
  void headOfHeadIsTheShorterHead(
      @ForAll("tables") TestTable table,
      @ForAll @IntRange(max = 9) int m,
      @ForAll @IntRange(max = 9) int n) {
    same(table, "head " + m + " | head " + n, "head " + Math.min(m, n));
  }

  @Property
  void sortingTwiceIsSortingOnce(@ForAll("tables") TestTable table, @ForAll("sorts") String sort) {
    same(table, sort + " | " + sort, sort);
  }

  @Property
  void sortingKeepsTheRows(@ForAll("tables") TestTable table, @ForAll("sorts") String sort) {
    assertEquals(
        run(table, "search *").unordered(),
        run(table, sort).unordered(),
        () -> sample(table, sort));
  }

  @Property
  void headOfASortIsASortWithALimit(
      @ForAll("tables") TestTable table,
      @ForAll("sorts") String sort,
      @ForAll @IntRange(min = 1, max = 9) int n) {
    same(table, sort + " | head " + n, sort.replace("sort 0", "sort " + n));
  }

  @Property
  void dedupTwiceIsDedupOnce(@ForAll("tables") TestTable table, @ForAll("fields") String fields) {
    same(table, "dedup " + fields + " | dedup " + fields, "dedup " + fields);
  }

  @Property
  void dedupLeavesAsManyRowsAsThereAreDistinctValues(
      @ForAll("tables") TestTable table, @ForAll("singleValued") String k) {
    same(table, "dedup " + k + " | stats count AS c", "stats dc(" + k + ") AS c");
  }

  @Property
  void countingGroupsCountsDistinctValues(
      @ForAll("tables") TestTable table, @ForAll("fieldNames") String k) {
    same(table, "stats count by " + k + " | stats count AS c", "stats dc(" + k + ") AS c");
  }

  @Property
  void theGroupsTogetherHoldAllRowsThatHaveTheKey(
      @ForAll("tables") TestTable table, @ForAll("singleValued") String k) {
    same(
        table,
        "stats count AS c by " + k + " | stats sum(c) AS c",
        "where isnotnull(" + k + ") | stats count AS c | where c>0");
  }

  @Property
  void eventstatsIsStatsJoinedToItsRows(
      @ForAll("tables") TestTable table, @ForAll("singleValued") String k) {
    same(
        table,
        "eventstats sum(n) AS a, count AS c by %1$s | where isnotnull(%1$s) | dedup %1$s | table %1$s a c | sort 0 str(%1$s)"
            .formatted(k),
        "stats sum(n) AS a, count AS c by %1$s | table %1$s a c | sort 0 str(%1$s)".formatted(k));
  }

  @Property
  void reversingTwiceChangesNothing(@ForAll("tables") TestTable table) {
    same(table, "reverse | reverse", "search *");
  }

  @Property
  void timechartIsStatsOfBins(@ForAll("tables") TestTable table) {
    same(
        table,
        "timechart span=1mon count sum(n) AS a | where count>0",
        "where isnotnull(_time) | bin _time span=1mon | stats count, sum(n) AS a by _time");
  }

  /** What looks at one row after the other leaves them in their order. */
  @Property
  void commandsThatStreamKeepTheOrder(
      @ForAll("tables") TestTable table, @ForAll("streaming") List<String> commands) {
    String spl = "streamstats count AS place | " + String.join(" | ", commands);
    same(table, spl + " | table place", spl + " | sort 0 place | table place");
  }

  @Property
  void fieldsThatACommandDoesNotUseMayGoBeforeOrAfterIt(
      @ForAll("tables") TestTable table, @ForAll("keyed") Keyed keyed) {
    same(
        table,
        "fields " + keyed.keys + ", s | " + keyed.command + " | fields s",
        keyed.command + " | fields s");
  }

  @Property
  void renamingThereAndBackChangesNothing(
      @ForAll("tables") TestTable table, @ForAll("fieldNames") String field) {
    same(table, "rename " + field + " AS other | rename other AS " + field, "search *");
  }

  @Property
  void evalOfAFieldIsRename(@ForAll("tables") TestTable table, @ForAll("fieldNames") String field) {
    same(table, "eval other=" + field + " | fields - " + field, "rename " + field + " AS other");
  }

  /** A command that looks at some fields only. */
  record Keyed(String command, String keys) {}

  private static void same(TestTable table, String commands, String expected) {
    run(table, commands)
        .mustEqual(run(table, expected), sample(table, commands) + "must be\n" + expected + "\n");
  }

  private static Answer run(TestTable table, String commands) {
    return Trial.engine(table, "| from t | " + commands);
  }

  private static String sample(TestTable table, String commands) {
    return new Sample(table, "from t", List.of(commands)).toString();
  }

  @Provide
  static Arbitrary<TestTable> tables() {
    return AnyTable.general();
  }

  @Provide
  static Arbitrary<String> conditions() {
    return new AnyExpression(AnyCommand.FIELDS).conditions(2);
  }

  @Provide
  static Arbitrary<String> terms() {
    return new AnySearch(AnyCommand.FIELDS).terms(2);
  }

  @Provide
  static Arbitrary<String> sorts() {
    return AnyCommand.sortKeys().map(keys -> "sort 0 " + keys);
  }

  @Provide
  static Arbitrary<List<String>> streaming() {
    return Arbitraries.of(
            "eval",
            "where",
            "search",
            "fillnull",
            "mvexpand",
            "rex",
            "regex",
            "replace",
            "bin",
            "streamstats",
            "eventstats",
            "filldown",
            "makemv",
            "strcat",
            "accum",
            "delta")
        .flatMap(AnyCommand::named)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  static Arbitrary<String> fieldNames() {
    return Arbitraries.of("_time", "s", "t", "n", "m", "x");
  }

  @Provide
  static Arbitrary<String> fields() {
    return fieldNames()
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(names -> String.join(", ", names));
  }

  @Provide
  static Arbitrary<String> singleValued() {
    return Arbitraries.of("_time", "s", "t", "n");
  }

  @Provide
  static Arbitrary<Keyed> keyed() {
    Arbitrary<String> templates =
        Arbitraries.of(
            "sort 0 %s",
            "dedup %s", "search %s=1*", "where isnotnull(%s)", "eval y=coalesce(%s, 1)");
    return Combinators.combine(templates, Arbitraries.of("t", "n", "m"))
        .as((template, key) -> new Keyed(template.formatted(key), key));
  }
}
