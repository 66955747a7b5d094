package karst.lint;

import java.util.List;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.command.Search;

/** A search term compares a field with the name of another one, as if it were its value. */
final class FieldAsValueRule implements LintRule {
  @Override
  public void check(List<Step> steps, Findings findings) {
    for (Step step : steps) {
      if (step.command() instanceof Search search && !step.before().open()) {
        SearchTerms.walk(search.term(), term -> check(term, step.before(), findings));
      }
    }
  }

  private static void check(SearchTerm term, FieldSet fields, Findings findings) {
    if (term instanceof SearchTerm.Comparison comparison) {
      SearchValue value = comparison.value();
      if (!value.quoted() && fields.names().contains(value.text())) {
        findings.add(
            Lint.FIELD_AS_VALUE,
            value.span(),
            "`" + value.text() + "` is compared as a text here, though there is such a field",
            "to compare two fields, use the command where");
      }
    }
  }
}
