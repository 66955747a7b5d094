package karst.command;

import karst.ast.Argument;
import karst.ast.SearchTerm;
import karst.ast.Unparser;
import karst.source.Span;

/**
 * Keeps the rows, or finds the events, that a search expression holds for (spl-semantics §2).
 *
 * @param term {@link SearchTerm.Everything} when no expression was written
 */
public record Search(SearchTerm term, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Search> SYNTAX =
      CommandSyntax.named("search", "Keeps the rows that a search expression holds for")
          .usage("search <search expression>")
          .arguments(ArgumentKind.SEARCH)
          .fields(FieldTrait.ROW_BY_ROW, FieldTrait.STARS_ARE_TEXT)
          .bind(Search::bind);

  private static Search bind(Arguments arguments) {
    SearchTerm term = new SearchTerm.Everything(Span.at(arguments.span().end()));
    if (arguments.peek() instanceof Argument.Search search) {
      arguments.take();
      term = search.term();
    }
    arguments.expectEnd();
    return new Search(term, arguments.span());
  }

  @Override
  public String toSpl() {
    return "search " + Unparser.unparse(term);
  }
}
