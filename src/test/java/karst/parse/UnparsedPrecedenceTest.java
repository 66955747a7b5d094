package karst.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import karst.Engine;
import karst.ast.Unparser;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parentheses that change the meaning stay when a search is written. */
class UnparsedPrecedenceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"(x . y) + 1", "(x=1 XOR y=1) OR x=2", "(x=1 OR y=1) AND x=2", "(x + 1) * 2"})
  void parenthesesStayWhereTheyMeanSomething(String expression) {
    String spl = "| makeresults | eval z=" + expression;
    SourceMap text = SourceMap.identity(SourceText.of("<query>", spl));
    String written =
        Unparser.unparse(Parser.parsePipeline(text, Engine.builder().build().commands()));
    assertEquals(spl.replace(" ", ""), written.replaceAll("\\s", ""));
  }
}
