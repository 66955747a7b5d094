package karst.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import karst.command.ArgumentKind;
import karst.command.CommandCatalog;
import karst.parse.Parser;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.junit.jupiter.api.Test;

class AstPrinterTest {
  private static SourceMap source(String text) {
    return SourceMap.identity(SourceText.of("<query>", text));
  }

  @Test
  void printsAnExpressionAsATree() {
    assertEquals(
        """
        OR
          =
            field 'a b'
            +
              number 1
              string "x"
          NOT
            IN
              dotted name a.b
              call f
                number 2
        """,
        AstPrinter.print(Parser.parseExpression(source("'a b'=1+\"x\" OR NOT a.b IN (f(2))"))));
  }

  @Test
  void printsASearchAsATree() {
    assertEquals(
        """
        AND
          OR
            a=1
            keyword "b c"
          NOT
            f IN (x, y)
          time range earliest=-1h
          everything
          subsearch
            command search
              search
                keyword z
        """,
        AstPrinter.print(
            Parser.parseSearch(
                source("a=1 OR \"b c\" NOT f IN (x,y) earliest=-1h () [search z]"))));
  }

  @Test
  void printsAPipelineAsATree() {
    assertEquals(
        """
        command search
          search
            everything
        command stats
          call count
            call eval
              expression
                field x
          word as
          word "a b"
          comma
          option limit
            word 5
        command append
          subsearch
            command search
              search
                keyword y
        """,
        AstPrinter.print(
            Parser.parsePipeline(
                source("search | stats count(eval(x)) as \"a b\", limit=5 | append [y]"),
                new OnlyGeneral())));
  }

  /** Knows search; all else takes general arguments. */
  private static final class OnlyGeneral implements CommandCatalog {
    @Override
    public ArgumentKind argumentKind(String commandName) {
      return isKnown(commandName) ? ArgumentKind.SEARCH : ArgumentKind.GENERAL;
    }

    @Override
    public boolean isGenerating(String commandName) {
      return false;
    }

    @Override
    public boolean isKnown(String commandName) {
      return commandName.equals("search");
    }
  }
}
