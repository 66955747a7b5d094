package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.SearchTerm;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;

/** Binds {@code WHERE} and the search expression after it, in tstats and inputlookup. */
final class SearchClause {
  private SearchClause() {}

  /**
   * Returns the search after a {@code WHERE} that was taken; {@link SearchTerm.Everything} when it
   * is empty. What looks like an option there is a comparison, which a warning says.
   */
  static SearchTerm take(Arguments arguments) {
    if (!(arguments.peek() instanceof Argument.Search search)) {
      arguments.missing("a search expression after `WHERE`");
      return everything(arguments.span());
    }
    arguments.take();
    for (SearchTerm term : terms(search.term())) {
      if (term instanceof SearchTerm.Comparison comparison
          && arguments.options().names().contains(comparison.field().name())) {
        arguments.report(
            Diagnostic.warning(
                    DiagnosticCode.ARGUMENT,
                    "`" + comparison.field().name() + "` is taken for a field after `WHERE`")
                .hint("options stand before `WHERE`"),
            comparison.span());
      }
    }
    return search.term();
  }

  /** Returns the terms of which all must hold. */
  static List<SearchTerm> terms(SearchTerm term) {
    return term instanceof SearchTerm.And and ? and.terms() : List.of(term);
  }

  /** Returns a search for what two searches both find. */
  static SearchTerm and(SearchTerm left, SearchTerm right) {
    if (left instanceof SearchTerm.Everything) {
      return right;
    }
    List<SearchTerm> all = new ArrayList<>(terms(left));
    all.addAll(terms(right));
    return new SearchTerm.And(all, left.span().to(right.span()));
  }

  /** Returns the search that finds everything, at the end of a command. */
  static SearchTerm everything(Span command) {
    return new SearchTerm.Everything(Span.at(command.end()));
  }
}
