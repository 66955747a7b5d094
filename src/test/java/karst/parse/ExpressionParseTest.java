package karst.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import karst.ast.Expression;
import karst.ast.Unparser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of eval and where: spl-semantics §3.1, §3.2. */
class ExpressionParseTest {
  private static Expression parse(String text) {
    return Parser.parseExpression(TestCommands.source(text));
  }

  /** Writes every operation in parentheses, so that the tree is seen. */
  private static String grouped(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      String symbol = binary.operator().symbol();
      return "(" + grouped(binary.left()) + " " + symbol + " " + grouped(binary.right()) + ")";
    }
    if (expression instanceof Expression.Unary unary) {
      return "(" + unary.operator().symbol() + " " + grouped(unary.operand()) + ")";
    }
    if (expression instanceof Expression.In in) {
      return "(" + grouped(in.value()) + " IN " + in.items().size() + ")";
    }
    return Unparser.unparse(expression);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "a=1 AND b=2 OR c=3      => (((a = 1) AND (b = 2)) OR (c = 3))",
        "a OR b XOR c AND d      => ((a OR b) XOR (c AND d))",
        "not a=b                 => (NOT (a = b))",
        "!isnull(x) AND y        => ((NOT isnull(x)) AND y)",
        "NOT NOT a               => (NOT (NOT a))",
        "-a*b                    => ((- a) * b)",
        "a-b-c                   => ((a - b) - c)",
        "a+b*c%d                 => (a + ((b * c) % d))",
        "\"x\".a+1               => (\"x\" . (a + 1))",
        "a . b = c               => ((a . b) = c)",
        "a==b                    => (a = b)",
        "a<>b                    => (a != b)",
        "x LIKE \"a%\" and y     => ((x LIKE \"a%\") AND y)",
        "x not like \"a%\"       => (NOT (x LIKE \"a%\"))",
        "x in (1,2) OR y         => ((x IN 2) OR y)",
        "x NOT IN (1)            => (NOT (x IN 1))",
        "NOT x IN (1)            => (NOT (x IN 1))",
        "a=b IN (c)              => ((a = b) IN 1)",
        "a*-b                    => (a * (- b))",
        "a = NOT b               => (a = (NOT b))",
      })
  void operatorsBindByTheirStrength(String text, String tree) {
    assertEquals(tree, grouped(parse(text)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "a.b.c                   => DottedName",
        "a . b                   => Binary",
        "a. b                    => Binary",
        "a.b(x)                  => Binary",
        "\"a\".1                 => Binary",
        "a.5                     => Binary",
        ".5                      => NumberLiteral",
        "1e3                     => NumberLiteral",
        "null()                  => Call",
        "null                    => Field",
        "true                    => Field",
        "'a b'                   => Field",
        "in(x, 1)                => Call",
        "like (x, 1)             => Call",
        "<<FIELD>>               => Field",
        "$x$_y                   => Field",
        "[search x]              => Subsearch",
      })
  void namesAndLiteralsAreToldApart(String text, String kind) {
    assertEquals(kind, parse(text).getClass().getSimpleName());
  }

  @Test
  void aDottedNameLeavesACallAlone() {
    assertEquals("a.b . c(x)", Unparser.unparse(parse("a.b.c(x)")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "\"a\\\\b\"               => a\\b",
        "\"\\\\\\\\\"            => \\\\",
        "\"\\d\\.\\1\"           => \\d\\.\\1",
        "\"(.*\\\\\\)\"          => (.*\\\\)",
        "\"say \\\"x\\\"\"       => say \"x\"",
      })
  void stringsAreUnescapedInPairsFromTheLeft(String text, String meant) {
    assertEquals(meant, string(text));
  }

  @Test
  void stringsKnowTabsAndLineEnds() {
    assertEquals("a\tb\nc\rd", string("\"a\\tb\\nc\\rd\""));
  }

  private static String string(String text) {
    if (parse(text) instanceof Expression.StringLiteral literal) {
      return literal.value();
    }
    throw new AssertionError(parse(text));
  }

  @Test
  void numbersKeepTheirDigits() {
    assertEquals("5.00", Unparser.unparse(parse("5.00")));
  }

  @Test
  void parenthesesAreWrittenOnlyWhereTheyMatter() {
    assertEquals("(a OR b) AND c", Unparser.unparse(parse("((a) OR (b)) AND ((c))")));
    assertEquals("a - (b - c)", Unparser.unparse(parse("a-(b-c)")));
    assertEquals("a OR b OR c", Unparser.unparse(parse("a OR (b OR c)")));
    assertEquals("-(a + b)", Unparser.unparse(parse("-(a+b)")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      value = {
        "| eval a=1, b = a.c     => | eval a=1, b=a.c",
        "| eval a=1,             => | eval a=1",
        "| eval \"a b\"=1, 'c'=2 => | eval 'a b'=1, 'c'=2",
        "| eval {f}=1, x_{f}=2   => | eval {f}=1, x_{f}=2",
        "| eval a.b=1, c:d=2     => | eval a.b=1, c:d=2",
        "| where a=1 AND (b)     => | where a = 1 AND b",
      })
  void evalAssignsAndWhereTests(String text, String canonical) {
    assertEquals(canonical, TestCommands.canonical(text));
  }
}
