package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TstatsTest {
  private static final String USAGE = " ? usage: " + Tstats.SYNTAX.usage();

  @Test
  void aWholeCommandIsBound() {
    assertEquals(
        "tstats prestats=false append=false fillnull_value=null values(P.process) AS cmdline,"
            + " min(_time) AS firstTime FROM datamodel=Endpoint.Processes"
            + " WHERE P.parent=\"wermgr.exe\" AND (P.name=cmd.exe OR P.name=\"a b\")"
            + " BY P.parent, P.user",
        Spl.canonical(
            "tstats fillnull_value=null values(P.process) as cmdline min(_time) as firstTime"
                + " from datamodel=Endpoint.Processes where P.parent = \"wermgr.exe\""
                + " P.name=cmd.exe OR P.name=\"a b\" by P.parent  P.user"));
  }

  @Test
  void onlyAggregationsAreNeeded() {
    Tstats tstats = Spl.bind(Tstats.class, "tstats count");
    assertNull(tstats.from());
    assertNull(tstats.timeSpan());
    assertNull(tstats.fillNullValue());
    assertTrue(tstats.where() instanceof SearchTerm.Everything);
    assertEquals(List.of(), tstats.by());
    assertEquals("tstats prestats=false append=false count", tstats.toSpl());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "from datamodel=Endpoint.Processes; Endpoint.Processes",
        "FROM datamodel = Endpoint.Processes; Endpoint.Processes",
        "From DataModel=\"Endpoint.Processes\"; Endpoint.Processes",
        "from datamodel=\"Endpoint\".\"Processes\"; Endpoint.Processes",
        "from datamodel=Web; Web",
        "from datamodel=Change.All_Changes.Account_Management; Change.All_Changes.Account_Management",
      })
  void aDataModelIsNamedInManyWays(String from, String name) {
    DataModelName found = Spl.bind(Tstats.class, "tstats count " + from).from();
    assertEquals(name, found == null ? "" : found.qualified());
  }

  @Test
  void onlyTheFirstDotSeparatesTheModel() {
    DataModelName name = DataModelName.of("Change.All_Changes.Account_Management", Span.at(0));
    assertEquals("Change", name.model());
    assertEquals("All_Changes.Account_Management", name.dataset());
    assertNull(DataModelName.of("Web", Span.at(0)).dataset());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Web.", ".Web", "."})
  void aDataModelNameHasNoEmptyPart(String name) {
    assertEquals(
        "error: `"
            + name
            + "` is no name of a dataset @ "
            + name
            + " ? name a data model and a dataset, such as Endpoint.Processes",
        Spl.findings("tstats count from datamodel=" + name));
  }

  @Test
  void fromNeedsADataModel() {
    assertEquals(
        "error: `tstats` needs datamodel=<model>.<dataset> after `FROM` @ " + USAGE,
        Spl.findings("tstats count from"));
    assertEquals(
        "error: `tstats` needs datamodel=<model>.<dataset> after `FROM` @ by" + USAGE,
        Spl.findings("tstats count from by x"));
    assertEquals(
        "error: `tstats` reads data models only @ Web ? write `FROM datamodel=Web`",
        Spl.findings("tstats count from Web"));
    assertEquals(
        "error: `tstats` reads data models only, not the job of a search @ sid=1.2",
        Spl.findings("tstats count from sid=1.2"));
    assertEquals(
        "error: `datamodel` takes a name @ f(x) ? such as Endpoint.Processes",
        Spl.findings("tstats count from datamodel=f(x)"));
  }

  @Test
  void clausesStandOnceAndInOrder() {
    assertEquals(
        "error: `FROM` is missing before `datamodel` @ datamodel=Web ? write `FROM datamodel=Web`",
        Spl.findings("tstats count datamodel=Web"));
    assertEquals(
        "error: `FROM` stands before `WHERE` @ from",
        Spl.findings("tstats count where x=1 from datamodel=Web by y"));
    assertEquals(
        "error: `FROM` stands twice @ from",
        Spl.findings("tstats count from datamodel=Web from datamodel=Web"));
    assertEquals("error: `BY` stands twice @ by", Spl.findings("tstats count by x by y"));
  }

  @Test
  void aDatasetMayHaveAWhereOfItsOwn() {
    assertEquals(
        "tstats prestats=false append=false count FROM datamodel=Web"
            + " WHERE nodename=A.B AND (x=1 OR y=2) BY a",
        Spl.canonical("tstats count from datamodel=Web where nodename=A.B where x=1 OR y=2 by a"));
    assertEquals(
        "tstats prestats=false append=false count FROM datamodel=Web WHERE nodename=A.B",
        Spl.canonical("tstats count from datamodel=Web where (nodename = A.B) where"));
  }

  @Test
  void anEmptyWhereIsNoConstraint() {
    assertEquals(
        "tstats prestats=false append=false count BY x", Spl.canonical("tstats count where by x"));
  }

  @Test
  void optionsAfterWhereAreComparisons() {
    assertEquals(
        "warning: `summariesonly` is taken for a field after `WHERE` @ summariesonly=t"
            + " ? options stand before `WHERE`",
        Spl.findings("tstats count where x=1 summariesonly=t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BY _time span=5m, P.dest",
        "by _time  span=5m P.dest",
        "groupby _time P.dest span=5m"
      })
  void theSpanFollowsTimeOrTheLastField(String by) {
    Tstats tstats = Spl.bind(Tstats.class, "tstats count " + by);
    assertEquals("5m", tstats.timeSpan());
    assertEquals(List.of("_time", "P.dest"), tstats.by().stream().map(FieldName::name).toList());
  }

  @Test
  void timeWithoutASpanIsCutIntoSeconds() {
    assertEquals("1s", Spl.bind(Tstats.class, "tstats count by P.x _time").timeSpan());
    assertEquals("1s", Spl.bind(Tstats.class, "tstats count by _time span=auto").timeSpan());
  }

  @Test
  void aSpanIsChecked() {
    assertTrue(
        Spl.findings("tstats count by _time span=5q3")
            .startsWith("error: `5q3` is no time span @ span=5q3 ^ "));
    assertEquals(
        "error: the span of `tstats` must be at least a second @ span=10ms",
        Spl.findings("tstats count by _time span=10ms"));
    assertEquals(
        "warning: `span` has no effect without `_time` @ span=1h"
            + " ? add `_time` to the fields after `BY`",
        Spl.findings("tstats count by x span=1h"));
  }

  @Test
  void appendNeedsPrestats() {
    assertEquals(
        "tstats prestats=true append=true count WHERE index=* BY host",
        Spl.canonical("tstats prestats=t append=t count where index=* by host"));
    assertEquals(
        "error: `append` needs `prestats=true` @ append=t"
            + " ? use the command `append` for rows that are not partial aggregates",
        Spl.findings("tstats append=t count"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Tstats(
                List.of(),
                null,
                new SearchTerm.Everything(Span.at(0)),
                List.of(),
                null,
                null,
                false,
                true,
                false,
                Span.at(0)));
  }

  @Test
  void prestatsTakesNoNames() {
    assertEquals(
        "note: with `prestats` names after `AS` do not count @ prestats=t",
        Spl.findings("tstats prestats=t count as x by host"));
  }

  @ParameterizedTest
  @CsvSource({
    "allow_old_summaries=true, 'a summary is read whatever the data model was when it was made'",
    "use_summary_index_values=f, 'summaries have the values of fields alone'",
    "local=1, there are no other servers to ask",
    "chunk_size=20000, memory is bounded in another way",
    "include_reduced_buckets=f, there are no reduced buckets",
  })
  void someOptionsHaveNoEffect(String option, String why) {
    String name = option.substring(0, option.indexOf('='));
    assertEquals(
        "note: `" + name + "` has no effect here: " + why + " @ " + option,
        Spl.findings("tstats " + option + " count"));
  }

  @Test
  void optionsWithoutEffectAreCheckedAllTheSame() {
    assertTrue(
        Spl.findings("tstats chunk_size=5 count")
            .endsWith("error: `chunk_size` must be at least 10000 @ chunk_size=5"));
    assertTrue(
        Spl.findings("tstats local=maybe count")
            .endsWith(
                "error: `local` cannot be `maybe` @ local=maybe"
                    + " ^ expected a boolean (true or false)"));
  }

  @Test
  void anUnknownOptionIsIgnoredUnlessItIsMisspelt() {
    assertEquals(
        "warning: `tstats` has no option `zork`; it is ignored @ zork",
        Spl.findings("tstats zork=1 count"));
    assertEquals(
        "error: `tstats` has no option `sumariesonly` @ sumariesonly"
            + " ? did you mean `summariesonly`?",
        Spl.findings("tstats sumariesonly=t count"));
  }

  @Test
  void aggregationsAreOfPlainFields() {
    assertEquals(
        "error: `avg` needs a field @ avg ? write `avg(<field>)`", Spl.findings("tstats avg"));
    assertEquals(
        "error: `tstats` takes no wildcards @ * ? name each field", Spl.findings("tstats sum(*)"));
    assertEquals(
        "error: `tstats` aggregates fields, not expressions @ count(eval(a=1))"
            + " ? use `stats` for `eval(...)`",
        Spl.findings("tstats count(eval(a=1))"));
    assertEquals(
        "error: `tstats` has no `list` @ list(x)"
            + " ? use `values`, which sorts and drops duplicates",
        Spl.findings("tstats list(x)"));
  }

  @Test
  void anAggregationIsNeeded() {
    assertEquals(
        "error: `tstats` needs an aggregation such as count @ " + USAGE,
        Spl.findings("tstats from datamodel=Web by x"));
  }

  @Test
  void prefixIsNotSupported() {
    assertEquals(
        "error: `PREFIX` reads the index of raw events, which does not exist here"
            + " @ PREFIX(kbps=)",
        Spl.findings("tstats count by PREFIX(kbps=)"));
  }
}
