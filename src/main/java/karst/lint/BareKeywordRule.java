package karst.lint;

import java.util.List;
import karst.ast.SearchTerm;
import karst.command.Search;
import karst.command.Tstats;
import org.jspecify.annotations.Nullable;

/**
 * A bare word that is looked for in the raw event, where there is none, or beside comparisons of a
 * field that it was probably meant for.
 */
final class BareKeywordRule implements LintRule {
  @Override
  public void check(List<Step> steps, Findings findings) {
    for (Step step : steps) {
      if (step.command() instanceof Search search) {
        boolean raw = step.before().mayHave("_raw");
        SearchTerms.walk(search.term(), term -> check(term, raw, findings));
      } else if (step.command() instanceof Tstats tstats && tstats.from() != null) {
        SearchTerms.walk(tstats.where(), term -> check(term, false, findings));
      }
    }
  }

  private static void check(SearchTerm term, boolean raw, Findings findings) {
    if (term instanceof SearchTerm.Keyword keyword && !raw && !isAnything(keyword)) {
      findings.add(
          Lint.BARE_KEYWORD,
          keyword.span(),
          "`" + keyword.value().text() + "` finds nothing: these rows have no raw event",
          "to compare a field, write field=" + keyword.value().text());
    } else if (term instanceof SearchTerm.Or or && raw) {
      String field = field(or);
      if (field != null) {
        or.terms().stream()
            .filter(SearchTerm.Keyword.class::isInstance)
            .map(SearchTerm.Keyword.class::cast)
            .forEach(keyword -> beside(field, keyword, findings));
      }
    }
  }

  private static void beside(String field, SearchTerm.Keyword keyword, Findings findings) {
    String text = keyword.value().text();
    findings.add(
        Lint.BARE_KEYWORD,
        keyword.span(),
        "`" + text + "` is looked for in the raw event and not compared with `" + field + "`",
        "to compare the field, write " + field + "=" + text + ", or " + field + " IN (...)");
  }

  /** Returns the one field that the other alternatives compare, or null. */
  private static @Nullable String field(SearchTerm.Or or) {
    List<String> fields =
        or.terms().stream()
            .filter(SearchTerm.Comparison.class::isInstance)
            .map(term -> ((SearchTerm.Comparison) term).field().name())
            .distinct()
            .toList();
    return fields.size() == 1 ? fields.get(0) : null;
  }

  private static boolean isAnything(SearchTerm.Keyword keyword) {
    String text = keyword.value().text();
    return !text.isEmpty() && text.chars().allMatch(c -> c == '*');
  }
}
