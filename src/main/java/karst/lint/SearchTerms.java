package karst.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import karst.ast.FieldName;
import karst.ast.SearchTerm;

/** Walks through search expressions. */
final class SearchTerms {
  private SearchTerms() {}

  /** Visits a term and all terms in it, the outer ones first. */
  static void walk(SearchTerm term, Consumer<SearchTerm> visitor) {
    visitor.accept(term);
    if (term instanceof SearchTerm.And and) {
      and.terms().forEach(part -> walk(part, visitor));
    } else if (term instanceof SearchTerm.Or or) {
      or.terms().forEach(part -> walk(part, visitor));
    } else if (term instanceof SearchTerm.Not not) {
      walk(not.term(), visitor);
    }
  }

  /** Returns the fields that a term compares. */
  static List<FieldName> fields(SearchTerm term) {
    List<FieldName> fields = new ArrayList<>();
    walk(
        term,
        part -> {
          if (part instanceof SearchTerm.Comparison comparison) {
            fields.add(comparison.field());
          } else if (part instanceof SearchTerm.In in) {
            fields.add(in.field());
          } else if (part instanceof SearchTerm.Template template) {
            fields.add(template.field());
          }
        });
    return fields;
  }
}
