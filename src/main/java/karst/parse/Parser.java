package karst.parse;

import java.util.function.Function;
import karst.ast.Expression;
import karst.ast.Pipeline;
import karst.ast.SearchTerm;
import karst.command.ArgumentKind;
import karst.command.CommandCatalog;
import karst.parse.antlr.SplLexer;
import karst.parse.antlr.SplParser;
import karst.source.SourceMap;
import karst.source.Span;
import karst.source.SplException;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Parses expanded SPL: no macro call and no comment is left in the text.
 *
 * <p>Every method throws {@link SplException} with one positioned diagnostic when the text is not
 * SPL: {@code SYNTAX}, {@code UNTERMINATED} or {@code TOO_DEEP}.
 */
public final class Parser {
  /** Knows what a subsearch needs in any case. */
  private static final CommandCatalog ONLY_SEARCH =
      new CommandCatalog() {
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
          return commandName.equalsIgnoreCase("search");
        }
      };

  private final SourceMap map;
  private final CommonTokenStream tokens;

  private Parser(SourceMap map, CommandCatalog catalog, int mode) {
    this.map = map;
    SplLexer lexer = new SplLexer(new Utf16CharStream(map.expanded()));
    lexer.removeErrorListeners();
    SplLexerBase base = lexer;
    base.begin(catalog, mode);
    this.tokens = new CommonTokenStream(lexer);
    tokens.fill();
  }

  /** Parses a whole search. */
  public static Pipeline parsePipeline(SourceMap map, CommandCatalog catalog) {
    Parser parser = new Parser(map, catalog, SplLexer.DEFAULT_MODE);
    return parser.parse(
        SplParser::query, query -> new PipelineBuilder(map).pipeline(query.pipeline()));
  }

  /** Parses an eval expression that holds no subsearch, such as that of a calculated field. */
  public static Expression parseExpression(SourceMap map) {
    return parseExpression(map, ONLY_SEARCH);
  }

  /** Parses an eval expression; the catalog is for the subsearches in it. */
  public static Expression parseExpression(SourceMap map, CommandCatalog catalog) {
    Parser parser = new Parser(map, catalog, SplLexer.EXPRESSION_MODE);
    return parser.parse(
        SplParser::expressionOnly, only -> new PipelineBuilder(map).expression(only.expression()));
  }

  /**
   * Parses a search expression that holds no subsearch, such as a constraint of a data model; it
   * may be empty.
   */
  public static SearchTerm parseSearch(SourceMap map) {
    return parseSearch(map, ONLY_SEARCH);
  }

  /** Parses a search expression, which may be empty; the catalog is for the subsearches in it. */
  public static SearchTerm parseSearch(SourceMap map, CommandCatalog catalog) {
    Parser parser = new Parser(map, catalog, SplLexer.SEARCH_MODE);
    return parser.parse(
        SplParser::searchOnly, only -> new PipelineBuilder(map).search(only.search(), Span.at(0)));
  }

  private <C, N> N parse(Function<SplParser, C> rule, Function<C, N> builder) {
    NestingLimit.check(tokens.getTokens(), map);
    try {
      return builder.apply(tree(rule));
    } catch (StackOverflowError e) {
      // The limit suits an ordinary stack; a smaller one must not take the program down either.
      throw NestingLimit.exceeded(map, Span.at(0));
    }
  }

  private <C> C tree(Function<SplParser, C> rule) {
    try {
      return tree(rule, PredictionMode.SLL);
    } catch (SplException e) {
      // The fast prediction may refuse what the full one accepts, never the other way round.
      tokens.seek(0);
      return tree(rule, PredictionMode.LL);
    }
  }

  private <C> C tree(Function<SplParser, C> rule, PredictionMode prediction) {
    FailFast strategy = new FailFast();
    SplParser parser = new SplParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(strategy);
    parser.getInterpreter().setPredictionMode(prediction);
    try {
      return rule.apply(parser);
    } catch (ParseCancellationException e) {
      if (e.getCause() instanceof RecognitionException error) {
        Token offending = error.getOffendingToken();
        throw new SyntaxErrors(tokens.getTokens(), map)
            .at(offending, strategy.expected(parser, error))
            .toException();
      }
      throw e;
    }
  }
}
