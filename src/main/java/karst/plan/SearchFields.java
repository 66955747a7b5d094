package karst.plan;

import java.util.Set;
import karst.ast.SearchTerm;

/** Collects what a search expression names. */
final class SearchFields {
  private SearchFields() {}

  /** Adds the fields of a term, in order of appearance. */
  static void collect(SearchTerm term, Set<String> names) {
    if (term instanceof SearchTerm.And and) {
      and.terms().forEach(part -> collect(part, names));
    } else if (term instanceof SearchTerm.Or or) {
      or.terms().forEach(part -> collect(part, names));
    } else if (term instanceof SearchTerm.Not not) {
      collect(not.term(), names);
    } else if (term instanceof SearchTerm.Comparison comparison) {
      names.add(comparison.field().name());
    } else if (term instanceof SearchTerm.In in) {
      names.add(in.field().name());
    } else if (term instanceof SearchTerm.Template template) {
      names.add(template.field().name());
    }
  }

  /** Adds the comparisons with a field, in order of appearance. */
  static void comparisons(SearchTerm term, String field, Set<SearchTerm.Comparison> found) {
    if (term instanceof SearchTerm.And and) {
      and.terms().forEach(part -> comparisons(part, field, found));
    } else if (term instanceof SearchTerm.Or or) {
      or.terms().forEach(part -> comparisons(part, field, found));
    } else if (term instanceof SearchTerm.Not not) {
      comparisons(not.term(), field, found);
    } else if (term instanceof SearchTerm.Comparison comparison
        && comparison.field().name().equals(field)) {
      found.add(comparison);
    }
  }
}
