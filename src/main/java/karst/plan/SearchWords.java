package karst.plan;

import java.util.Set;
import karst.ast.SearchOperator;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;

/** Collects what a search looks for: its words, and the values that fields are to have. */
final class SearchWords {
  private SearchWords() {}

  static void collect(SearchTerm term, Set<String> words) {
    if (term instanceof SearchTerm.And and) {
      and.terms().forEach(part -> collect(part, words));
    } else if (term instanceof SearchTerm.Or or) {
      or.terms().forEach(part -> collect(part, words));
    } else if (term instanceof SearchTerm.Keyword keyword) {
      add(keyword.value(), words);
    } else if (term instanceof SearchTerm.Comparison comparison
        && comparison.operator() == SearchOperator.EQUAL) {
      add(comparison.value(), words);
    } else if (term instanceof SearchTerm.In in) {
      in.values().forEach(value -> add(value, words));
    }
  }

  /** The parts between stars. */
  private static void add(SearchValue value, Set<String> words) {
    for (String part : value.text().split("\\*")) {
      if (!part.isBlank()) {
        words.add(part);
      }
    }
  }
}
