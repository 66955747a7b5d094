package karst.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.command.Search;
import karst.command.Tstats;

/** Of two equal alternatives one does nothing; often another value was meant. */
final class DuplicateValueRule implements LintRule {
  @Override
  public void check(List<Step> steps, Findings findings) {
    for (Step step : steps) {
      if (step.command() instanceof Search search) {
        SearchTerms.walk(search.term(), term -> check(term, findings));
      } else if (step.command() instanceof Tstats tstats) {
        SearchTerms.walk(tstats.where(), term -> check(term, findings));
      }
    }
  }

  private static void check(SearchTerm term, Findings findings) {
    Set<String> seen = new HashSet<>();
    if (term instanceof SearchTerm.In in) {
      in.values().forEach(value -> check("", value, seen, findings));
    } else if (term instanceof SearchTerm.Or or) {
      for (SearchTerm alternative : or.terms()) {
        // A macro may well know what stands beside it, too.
        if (alternative instanceof SearchTerm.Comparison comparison
            && findings.isWritten(comparison.span())) {
          String test = comparison.field().name() + comparison.operator().symbol();
          check(test, comparison.value(), seen, findings);
        }
      }
    }
  }

  private static void check(String test, SearchValue value, Set<String> seen, Findings findings) {
    boolean caseCounts = value.form() == SearchValue.Form.CASE;
    String text = caseCounts ? value.text() : value.text().toLowerCase(Locale.ROOT);
    if (!seen.add(value.form() + test + text)) {
      findings.add(
          Lint.DUPLICATE_VALUE,
          value.span(),
          "the value `" + value.text() + "` stands among the alternatives already");
    }
  }
}
