package karst.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import karst.ast.Argument;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pipelines, subsearches and general arguments: spl-semantics §0.9, §1.1, §1.2, §1.8. */
class PipelineParseTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "index=x                   => search index=x",
        "search index=x|head 5     => search index=x | head 5",
        "| search a | SEARCH b     => search a | search b",
        "search search *           => search *",
        "| search search a=1       => search a=1",
        "search search             => search \"search\"",
        "search search OR a        => search \"search\" OR a",
        "search = x                => search \"search\"=x",
        "search |stats count       => search () | stats count",
        "tstats count              => | tstats count",
        "from=alice b              => search from=alice AND b",
        "from = alice              => search from=alice",
        "stats count by x          => search stats AND count AND \"by\" AND x",
      })
  void aPipelineWithoutAPipeIsASearchUnlessItNamesAGeneratingCommand(
      String text, String canonical) {
    assertEquals(canonical, TestCommands.canonical(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "a [search b | fields c]    => search a AND [search b | fields c]",
        "a NOT [inputlookup x]      => search a AND NOT [| inputlookup x]",
        "a NOT [| inputlookup x]    => search a AND NOT [| inputlookup x]",
        "a [stats b]                => search a AND [search stats AND b]",
        "a | append [tstats count]  => search a | append [| tstats count]",
        "a | x [stats count | head] => search a | x [| stats count | head]",
        "a | join k [b | join [c]]  => search a | join k [search b | join [search c]]",
        "a | union [b][c]           => search a | union [search b] [search c]",
        "a | foreach * [eval <<FIELD>>=1] => search a | foreach * [| eval <<FIELD>>=1]",
      })
  void subsearchesNest(String text, String canonical) {
    assertEquals(canonical, TestCommands.canonical(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "limit = 5 a= b c =d        => limit=5 a=b c=d",
        "a b,c , d                  => a b, c, d",
        "count,max(x) values( y ) as z  => count, max(x) values(y) as z",
        "dc(\"DNS.answer\") by \"a b\"  => dc(\"DNS.answer\") by \"a b\"",
        "values(*) as *             => values(*) as *",
        "count(eval(x=1 OR y=\")\")) as n => count(eval(x = 1 OR y = \")\")) as n",
        "EVAL(avg(x)/2) as y        => EVAL(avg(x) / 2) as y",
        "sparkline(count(x), 1h)    => sparkline(count(x), 1h)",
        "count (x)                  => count(x)",
        "- _time, +x -num(y)        => - _time, +x -num(y)",
        "a{}.b $x$ <<FIELD>> 1w@w0 Processes.* p95  => a{}.b $x$ <<FIELD>> 1w@w0 Processes.* p95",
        "'a b' as 'c'               => \"a b\" as \"c\"",
        "x=\"a\"b value=\"\"        => x=\"a\" b value=\"\"",
        "sep==b o=eval(a=1)         => sep=\"=b\" o=eval(a = 1)",
        "\"Endpoint\".\"Registry\"  => \"Endpoint.Registry\"",
        "f!=\"x\" g != y            => f!=\"x\" g!=y",
        "\"(?<n>.*\\\\)$\"         => \"(?<n>.*\\\\)$\"",
        "startswith=(a=1 OR b) x=(a=1 OR b)  => startswith=(a=1 OR b) x=(a = 1 OR b)",
        "PREFIX(k=) a(b=c)          => PREFIX(\"k=\") a(b=c)",
        "a as \"b\",                => a as \"b\",",
      })
  void generalArgumentsKeepTheirShape(String text, String canonical) {
    assertEquals("| stats " + canonical, TestCommands.canonical("| stats " + text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "count where a=b c by d     => count where a=b AND c by d",
        "count WHERE (a=b OR c) BY d span=1h => count WHERE a=b OR c BY d span=1h",
        "count where a=b groupby d  => count where a=b groupby d",
        "count where (by) by d      => count where \"by\" by d",
        "count where by=1 by d      => count where \"by\"=1 by d",
        "count where [search x] by d => count where [search x] by d",
        "count where a IN (by, x)   => count where a IN (\"by\", x)",
        "count where                => count where ()",
      })
  void whereBeginsASearchAndByEndsIt(String text, String canonical) {
    assertEquals("| tstats " + canonical, TestCommands.canonical("| tstats " + text));
  }

  @Test
  void whereIsAnOrdinaryWordElsewhere() {
    RawCommand stats = TestCommands.parse("| stats count by where").commands().get(0);
    assertInstanceOf(Argument.Word.class, stats.arguments().get(2));
    assertEquals(3, stats.arguments().size());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "5                          => 5",
        "limit=5 (x>1)              => limit=5 (x > 1)",
        "keeplast=true (x=1 AND y)  => keeplast=true (x = 1 AND y)",
        "(x=\")\")                  => (x = \")\")",
      })
  void aParenthesisAfterHeadHoldsAnExpression(String text, String canonical) {
    assertEquals("| head " + canonical, TestCommands.canonical("| head " + text));
  }

  @Test
  void theTestVectorsOfEscapesParse() {
    String rex = TestCommands.canonical("| rex \".*\\\\\\(?<n>.*)$\"");
    assertEquals("| rex \".*\\\\\\\\(?<n>.*)$\"", rex);
    String eval = "| eval x=replace(\"a\\\\b\", \"\\\\\\\\\", \"/\")";
    assertEquals(eval, TestCommands.canonical(eval));
  }

  @Test
  void namesAreLowerCasedAndSpansCountInUtf16() {
    Pipeline pipeline = TestCommands.parse("x=\"\uD83D\uDE00\" | STATS count");
    RawCommand search = pipeline.commands().get(0);
    RawCommand stats = pipeline.commands().get(1);
    assertEquals("search", search.name());
    assertEquals(new Span(0, 0), search.nameSpan());
    assertEquals("stats", stats.name());
    assertEquals(new Span(9, 14), stats.nameSpan());
    assertEquals(new Span(9, 20), stats.span());
    assertEquals(new Span(0, 20), pipeline.span());
  }
}
