package karst.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.ast.Unparser;
import karst.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of search terms: spl-semantics §1.8, §2.1 to §2.5. */
class SearchParseTest {
  private static SearchTerm parse(String text) {
    return Parser.parseSearch(TestCommands.source(text));
  }

  /** The quote of the table is a backtick, since SPL needs the others. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "a=1 b=2                 => a=1 AND b=2",
        "x=1 AND y=2 OR z=3      => x=1 AND (y=2 OR z=3)",
        "a b OR c d              => a AND (b OR c) AND d",
        "NOT a OR b              => NOT a OR b",
        "NOT NOT (a b)           => NOT NOT (a AND b)",
        "((a b) c)               => a AND b AND c",
        "(a OR b) OR c           => a OR b OR c",
        "a and b                 => a AND \"and\" AND b",
        "()                      => ()",
        "(()) tag=x              => () AND tag=x",
      })
  void orBindsTighterThanAndAndJuxtapositionIsAnd(String text, String canonical) {
    assertEquals(canonical, Unparser.unparse(parse(text)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "a = 1                   => a=1",
        "a== 1                   => a=1",
        "a!=b c<1 d<=2 e>3 f>=4  => a!=b AND c<1 AND d<=2 AND e>3 AND f>=4",
        "\"a b\" = \"c\"         => \"a b\"=\"c\"",
        "'a b'=c                 => \"a b\"=c",
        "'foo'                   => \"'foo'\"",
        "a=b=c                   => a=b=c",
        "path=*/x.aspx?y=!z      => path=*/x.aspx?y=!z",
        "\"x\"AND y=\"z\"OR w    => \"x\" AND (y=\"z\" OR w)",
        "sourceIPs{}=::1         => sourceIPs{}=::1",
        "host::web01             => host=web01",
        "source::\"a b\"         => source=\"a b\"",
        "tag::host=x             => tag::host=x",
        "f=CASE(Abc) TERM(a.b=c) => f=CASE(Abc) AND TERM(\"a.b=c\")",
        "a=TERM( \"x y\" )       => a=TERM(\"x y\")",
        "f=\"\"                  => f=\"\"",
        "a=1, b=2                => a=1 AND b=2",
        "!a foo!                 => \"!a\" AND \"foo!\"",
      })
  void comparesFieldsWithValues(String text, String canonical) {
    assertEquals(canonical, Unparser.unparse(parse(text)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "a IN (1, \"b c\", d*)   => a IN (1, \"b c\", d*)",
        "a IN(\"x\",\"y\")       => a IN (\"x\", \"y\")",
        "a IN (\"x\",, y,)       => a IN (\"x\", y)",
        "a IN (x y)              => a IN (x, y)",
        "a NOT IN (b)            => NOT a IN (b)",
        "NOT a IN (b) c          => NOT a IN (b) AND c",
        "a IN (CASE(X), b=c)     => a IN (CASE(X), b=c)",
      })
  void listsMayMixQuotedAndBareItems(String text, String canonical) {
    assertEquals(canonical, Unparser.unparse(parse(text)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "earliest=-24h@h         => earliest",
        "latest=now()            => latest",
        "LATEST=\"-1d@d\"        => latest",
        "_index_earliest=-1h     => _index_earliest",
        "searchtimespandays=3    => searchtimespandays",
      })
  void timeModifiersAreNoPredicates(String text, String name) {
    if (parse(text) instanceof SearchTerm.TimeRange range) {
      assertEquals(name, range.name());
    } else {
      throw new AssertionError(parse(text));
    }
  }

  @Test
  void aTimeModifierWithAnotherOperatorIsAField() {
    assertEquals(SearchTerm.Comparison.class, parse("earliest>5").getClass());
  }

  private static String value(String text) {
    if (parse(text) instanceof SearchTerm.Comparison comparison) {
      return comparison.value().text();
    }
    throw new AssertionError(parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "f=\"*\\\\Temp\\\\*\"        => *\\Temp\\*",
        "f=*\\\\Temp\\\\*            => *\\Temp\\*",
        "f=\"\\\\\\\\*\\\\C$\"       => \\\\*\\C$",
        "f=\"a\\\"b\"                => a\"b",
        "f=a\\|b                     => a|b",
        "f=\"\\s\\W\\*\"             => \\s\\W\\*",
        "f=C:\\Windows               => C:\\Windows",
      })
  void onlyQuotesBackslashesAndPipesAreEscapedInASearch(String text, String meant) {
    assertEquals(meant, value(text));
  }

  @Test
  void aKeywordKnowsWhetherItWasQuoted() {
    assertEquals(
        new SearchTerm.Keyword(
            new SearchValue("a b", true, SearchValue.Form.PLAIN, new Span(0, 5)), new Span(0, 5)),
        parse("\"a b\""));
  }

  @Test
  void anEmptySearchMatchesEverything() {
    assertEquals(SearchTerm.Everything.class, parse(" ").getClass());
  }
}
