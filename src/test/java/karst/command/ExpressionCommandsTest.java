package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import karst.ast.RawCommand;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import org.junit.jupiter.api.Test;

class ExpressionCommandsTest {
  @Test
  void searchHoldsATerm() {
    assertEquals("search foo=1 AND (bar OR baz)", Spl.canonical("search foo=1 bar OR baz"));
    assertEquals("search ()", Spl.canonical("search"));
  }

  @Test
  void whereHoldsACondition() {
    assertEquals("where x > 5 AND like(y, \"a%\")", Spl.canonical("where x>5 and like(y,\"a%\")"));
  }

  @Test
  void evalHoldsAssignments() {
    assertEquals("eval a=1, 'b c'=x.y, {z}=\"q\"", Spl.canonical("eval a=1, 'b c'=x.y, {z}=\"q\""));
    assertEquals(2, Spl.bind(Eval.class, "eval a=1, b=a").assignments().size());
  }

  /** The parser lets none of these through; a command made otherwise must not slip either. */
  @Test
  void whereAndEvalNeedTheirArguments() {
    assertEquals("error `where` needs a condition", fault(Where.SYNTAX));
    assertEquals("error `eval` needs an assignment", fault(Eval.SYNTAX));
  }

  private static String fault(CommandSyntax<?> syntax) {
    SourceMap map = SourceMap.identity(SourceText.of("<query>", syntax.name()));
    Diagnostics diagnostics = new Diagnostics(map);
    Span span = new Span(0, syntax.name().length());
    syntax.bind(new RawCommand(syntax.name(), span, List.of(), span), diagnostics);
    assertEquals(1, diagnostics.all().size());
    return diagnostics.all().get(0).severity().label() + " " + diagnostics.all().get(0).message();
  }
}
