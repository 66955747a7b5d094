package karst.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import karst.Engine;
import karst.source.Diagnostic;
import karst.source.Location;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {
  private static final Engine ENGINE = Engine.builder().build();
  private static final String GROUPS =
      "| tstats count min(_time) as firstTime from datamodel=Endpoint.Processes"
          + " by Processes.dest Processes.user | `drop_dm_object_name(Processes)` ";

  private static List<Diagnostic> lint(String spl) {
    return ENGINE.lint(SourceMap.identity(SourceText.of("<query>", spl)));
  }

  /** Takes a search in which dollar signs stand around the place of its one warning. */
  private static Diagnostic only(Lint lint, String marked) {
    String spl = marked.replace("$", "");
    List<Diagnostic> found = lint(spl);
    assertEquals(1, found.size(), found.toString());
    assertEquals(lint.code(), found.get(0).code(), found.toString());
    Location place = Objects.requireNonNull(found.get(0).origin()).location();
    String shown = place.span().of(spl);
    assertEquals(marked.substring(marked.indexOf('$') + 1, marked.lastIndexOf('$')), shown);
    return found.get(0);
  }

  private static void assertSilent(String spl) {
    assertEquals(List.of(), lint(spl));
  }

  @Test
  void groupingByAFieldThatNothingMakes() {
    Diagnostic found = only(Lint.UNKNOWN_FIELD, GROUPS + "| stats count by $usr$");
    assertEquals(List.of("did you mean `user`?"), found.hints());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| where $lastTime$ > 5",
        "| search $Processes.dest$=a",
        "| eval x=$process$.\"!\"",
        "| convert ctime($lastTime$)",
        "| sort 0 - $lastTime$",
        "| dedup $host$",
        "| table dest $host$",
        "| stats values($host$) as h by dest",
        "| rename $host$ as h",
        "| fields dest | where $user$=\"x\"",
        "| eval a=1, b=a+$c$",
        "| eventstats count by $host$",
        "| lookup hosts name AS $host$ OUTPUT owner",
        "| rex $field=process$ \"(?<x>a)\"",
        "| bin $_time$ span=1h",
        "| mvexpand $process$",
        "| top 5 dest | where $user$=1",
        "| join max=0 $process$ [search index=b]",
        "| join max=0 dest [search index=b | stats count by dest owner] | where $other$=1",
        "| join max=0 $user$ [search index=b | stats count by dest]",
        "| addinfo | where $info_time$ > 5"
      })
  void usingAFieldThatNothingMakes(String commands) {
    only(Lint.UNKNOWN_FIELD, GROUPS + commands);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| eval x=coalesce(process, user)",
        "| eval x=if(isnull(process), 1, process)",
        "| eval x=if(user=\"a\", null, 1)",
        "| where count > 1 AND firstTime < 5",
        "| eval n=count+1 | where n > 2",
        "| rename dest as host | stats count by host",
        "| rename d* as e* | stats count by eest",
        "| fillnull value=x process | where process=\"x\"",
        "| eventstats max(count) as most | where count=most",
        "| join max=0 dest [search index=b | stats count by dest owner] | where owner=1",
        "| join max=0 dest [search index=b] | where owner=1",
        "| append [search index=b | stats count as n] | where n=1",
        "| transaction dest | where duration > 5",
        "| addinfo | where info_min_time > 5",
        "| lookup hosts name AS dest OUTPUT owner AS who | where who=1",
        "| lookup hosts name AS dest | where owner=1",
        "| rex field=user \"^(?<first>.)\" | where first=\"a\"",
        "| strcat dest \"/\" user both | where both=1",
        "| top dest | where count > 1 AND percent > 5",
        "| convert ctime(firstTime) as t | table t",
        "| fields - user | fields *",
        "| unknowncommand x | where process=\"a\"",
        "| eval {dest}=1 | where process=1"
      })
  void fieldsThatAreThere(String commands) {
    assertSilent(GROUPS + commands);
  }

  @Test
  void rawEventsMayHaveAnyField() {
    assertSilent("index=main a=1 | where b=2 | stats count by c");
  }

  @Test
  void aFieldIsToldOnce() {
    assertEquals(1, lint(GROUPS + "| where x=1 | where x=2 | table x").size());
  }

  @Test
  void aWarningInAMacroLeadsToTheCall() {
    only(Lint.UNKNOWN_FIELD, GROUPS + "| `security_content_ctime($lastTime$)`");
  }

  @Test
  void aFieldThatTheDataModelLacks() {
    String start = "| tstats count from datamodel=Endpoint.Processes ";
    Diagnostic found =
        only(Lint.MODEL_FIELD, start + "where $Processes.proces_name$=x by Processes.dest");
    assertEquals(List.of("did you mean `Processes.process_name`?"), found.hints());
    only(Lint.MODEL_FIELD, start + "by $processes.dest$");
    Diagnostic bare = only(Lint.MODEL_FIELD, start + "by $process_integrity_level$");
    assertEquals(List.of("did you mean `Processes.process_integrity_level`?"), bare.hints());
    assertEquals(1, lint(start + "where Registry.dest=x").size());
    assertSilent(start + "where nodename=Processes index=a by Processes.dest host sourcetype");
  }

  @Test
  void theWordSearchTwice() {
    only(Lint.SEARCH_SEARCH, "index=a | search $search$ b=1");
    assertSilent("index=a | search search=1");
    assertEquals(1, lint("index=a | stats count by b | search `some_filter`").size());
    assertEquals(Lint.SEARCH_SEARCH.code(), lint("index=a | search `some_filter`").get(0).code());
  }

  @Test
  void aBareWordBesideComparisons() {
    only(Lint.BARE_KEYWORD, "index=a resource=pods OR $secrets$");
    assertSilent("index=a resource=pods OR resource=secrets");
    assertSilent("index=a (resource=pods OR user=b OR error)");
    assertSilent("index=a error OR failed");
  }

  @Test
  void aBareWordWhereThereIsNoRawEvent() {
    only(Lint.BARE_KEYWORD, GROUPS + "| search $dest01$");
    only(Lint.BARE_KEYWORD, "| tstats count from datamodel=Web where Web.url=a OR $b$");
    assertSilent(GROUPS + "| `any_filter`");
  }

  @Test
  void whatJoinAndAppendLeaveOut() {
    only(Lint.SUBSEARCH_LIMIT, "index=a | $join$ user [search index=b]");
    assertSilent("index=a | join max=0 user [search index=b]");
    assertSilent("index=a | join user [search index=b | stats count by user]");
    only(Lint.SUBSEARCH_LIMIT, "index=a | $append$ [search index=b | stats count by user]");
    assertSilent("index=a | append [search index=b | stats count]");
    assertSilent("index=a | append [search index=b | head 5]");
  }

  @Test
  void aSortThatKeepsTenThousandRows() {
    only(Lint.SORT_LIMIT, "index=a | $sort$ - count");
    assertSilent("index=a | sort 0 - count");
    assertSilent("index=a | sort limit=100 - count");
    assertSilent("index=a | sort - count | head 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| stats count by a | $dedup a$",
        "| $sort 0 a$ | stats count by b",
        "| $sort 0 a$ | sort 0 b",
        "| $eval x=1$ | stats count by a",
        "| $eval x=1$ | eval x=2 | stats count by x",
        "| stats count by a | $search *$",
        "| stats count by a | rename $Processes.*$ as *"
      })
  void commandsWithoutEffect(String commands) {
    only(Lint.DEAD_STAGE, "index=a " + commands);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| stats count by a b | dedup a",
        "| sort 0 a | stats first(b) by c",
        "| sort 100 a | stats count by b",
        "| eval x=1 | where x=1 | stats count",
        "| eval x=1 | stats count(eval(x=1)) as n",
        "| eval x=1 | unknowncommand | stats count",
        "| eval x=1",
        "| eval x=1 | fillnull x | stats count by x",
        "| eval x=1 | rex \"(?<x>a)\" | stats count by x",
        "| eval x=1 | lookup t k OUTPUTNEW x | stats count by x",
        "| eval x=1 | uniq | stats count",
        "| eval x=1 | rename x as y | stats count by y",
        "| search *"
      })
  void commandsWithAnEffect(String commands) {
    assertSilent("index=a " + commands);
  }

  @Test
  void aStarThatIsNoWildcard() {
    only(Lint.LITERAL_STAR, "index=a | where name=$\"*cmd*\"$");
    only(Lint.LITERAL_STAR, "index=a | eval x=if(name IN (\"b\", $\"a*\"$), 1, 0)");
    only(Lint.LITERAL_STAR, "index=a | where like(name, $\"*cmd*\"$)");
    assertSilent("index=a | where policy=\"*\" OR like(name, \"%cmd%\")");
    assertSilent("index=a | search name=\"*cmd*\"");
  }

  @Test
  void aFieldWhereAValueIsExpected() {
    only(Lint.FIELD_AS_VALUE, GROUPS + "| search dest=$user$");
    assertSilent(GROUPS + "| search dest=\"user\"");
  }

  @Test
  void aValueThatStandsTwice() {
    only(Lint.DUPLICATE_VALUE, "index=a name IN (b, c, $B$)");
    only(Lint.DUPLICATE_VALUE, "index=a name=b OR name=c OR name=$b$");
    assertSilent("index=a name=b OR other=b OR name!=b");
    assertSilent("index=a name IN (CASE(b), CASE(B))");
  }

  @Test
  void subsearchesAreLookedAtToo() {
    List<Diagnostic> found =
        lint("index=a | append [" + GROUPS + "| stats count by process | head 1]");
    assertEquals(Lint.UNKNOWN_FIELD.code(), found.get(0).code(), found.toString());
  }

  @ParameterizedTest
  @EnumSource(Lint.class)
  void everyKindOfWarningHasAParagraph(Lint lint) throws IOException {
    String page = Files.readString(Path.of("src/main/resources/karst/docs/check.md"));
    assertTrue(page.contains("\n### " + lint.id() + " " + lint.label() + "\n"), lint.id());
  }

  @Test
  void codesAreUnique() {
    assertEquals(Lint.values().length, Stream.of(Lint.values()).map(Lint::id).distinct().count());
    assertFalse(Stream.of(Lint.values()).anyMatch(lint -> !lint.id().startsWith("W08")));
  }
}
