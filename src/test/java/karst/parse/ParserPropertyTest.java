package karst.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import karst.ast.Expression;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.ast.SearchTerm;
import karst.ast.Unparser;
import karst.source.SplException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParserPropertyTest {
  private static final int DEPTH = 3;

  @Provide
  Arbitrary<Pipeline> pipelines() {
    return SyntaxArbitraries.pipelines(2);
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return SyntaxArbitraries.expressions(DEPTH);
  }

  @Provide
  Arbitrary<SearchTerm> searches() {
    return SyntaxArbitraries.searches(DEPTH);
  }

  /** Pieces of SPL in an order that nobody would write. */
  @Provide
  Arbitrary<String> soups() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "|",
            "[",
            "]",
            "(",
            ")",
            ",",
            "=",
            "==",
            "!=",
            "<",
            ">=",
            "!",
            "-",
            "+",
            "*",
            ".",
            "::",
            "\"",
            "'",
            "\\",
            "\\\"",
            "\"a b\"",
            "'a b'",
            " ",
            "\n",
            "search ",
            "where ",
            "| where ",
            "| eval ",
            "| tstats ",
            "| head ",
            "| stats ",
            "by ",
            "AND ",
            "OR ",
            "NOT ",
            "IN ",
            "IN (",
            "eval(",
            "TERM(",
            "now()",
            "a",
            "b1",
            "5",
            "1.5",
            "a.b",
            "{f}",
            "<<FIELD>>",
            "startswith=",
            "earliest=",
            "\uD83D\uDE00",
            "\uD83D",
            "\u00a0",
            "\u0000",
            "^",
            ";");
    return piece.list().ofMaxSize(25).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 200)
  void writingAndParsingAPipelineGivesTheSameText(@ForAll("pipelines") Pipeline pipeline) {
    String text = Unparser.unparse(pipeline);
    assertEquals(text, Unparser.unparse(TestCommands.parse(text)));
  }

  @Property(tries = 200)
  void writingAndParsingAnExpressionGivesTheSameText(@ForAll("expressions") Expression expression) {
    String text = Unparser.unparse(expression);
    assertEquals(
        text,
        Unparser.unparse(Parser.parseExpression(TestCommands.source(text), TestCommands.CATALOG)));
  }

  @Property(tries = 200)
  void writingAndParsingASearchGivesTheSameText(@ForAll("searches") SearchTerm term) {
    String text = Unparser.unparse(term);
    assertEquals(
        text,
        Unparser.unparse(Parser.parseSearch(TestCommands.source(text), TestCommands.CATALOG)));
  }

  @Property(tries = 200)
  void anyTextParsesOrIsRefusedWithOneDiagnostic(@ForAll("soups") String text) {
    Pipeline pipeline;
    try {
      pipeline = TestCommands.parse(text);
    } catch (SplException e) {
      assertEquals(1, e.diagnostics().size());
      assertFalse(e.render().isEmpty());
      return;
    }
    // Whatever parses has a canonical text, and its spans lie in order within the text.
    String once = Unparser.unparse(pipeline);
    assertEquals(once, Unparser.unparse(TestCommands.parse(once)));
    int end = 0;
    List<RawCommand> commands = pipeline.commands();
    for (RawCommand command : commands) {
      assertFalse(command.span().start() < end);
      end = command.span().end();
    }
    assertFalse(end > text.length());
  }
}
