package karst.ast;

import java.util.List;

/** Writes search expressions. */
final class SearchWriter {
  private final StringBuilder out;
  private final Unparser pipelines;

  SearchWriter(StringBuilder out, Unparser pipelines) {
    this.out = out;
    this.pipelines = pipelines;
  }

  void write(SearchTerm term) {
    if (term instanceof SearchTerm.And and) {
      join(and, and.terms(), " AND ");
    } else if (term instanceof SearchTerm.Or or) {
      join(or, or.terms(), " OR ");
    } else if (term instanceof SearchTerm.Not not) {
      out.append("NOT ");
      operand(not.term());
    } else if (term instanceof SearchTerm.Everything) {
      out.append("()");
    } else if (term instanceof SearchTerm.Comparison comparison) {
      out.append(Quoting.searchField(comparison.field().name()));
      out.append(comparison.operator().symbol());
      out.append(Quoting.searchValue(comparison.value()));
    } else if (term instanceof SearchTerm.In in) {
      out.append(Quoting.searchField(in.field().name()));
      out.append(" IN (");
      String separator = "";
      for (SearchValue value : in.values()) {
        out.append(separator).append(Quoting.searchValue(value));
        separator = ", ";
      }
      out.append(')');
    } else if (term instanceof SearchTerm.Keyword keyword) {
      out.append(Quoting.keyword(keyword.value()));
    } else if (term instanceof SearchTerm.TimeRange range) {
      out.append(range.name()).append('=').append(Quoting.searchValue(range.value()));
    } else if (term instanceof SearchTerm.Template template) {
      out.append(template.texts().get(0));
      for (int i = 0; i < template.subsearches().size(); i++) {
        pipelines.subsearch(template.subsearches().get(i));
        out.append(template.texts().get(i + 1));
      }
    } else if (term instanceof SearchTerm.Subsearch subsearch) {
      pipelines.subsearch(subsearch.pipeline());
    }
  }

  private void join(SearchTerm whole, List<SearchTerm> terms, String separator) {
    for (int i = 0; i < terms.size(); i++) {
      if (i > 0) {
        out.append(separator);
      }
      // Parentheses around a part of the same kind say nothing.
      if (terms.get(i).getClass() == whole.getClass()) {
        write(terms.get(i));
      } else {
        operand(terms.get(i));
      }
    }
  }

  private void operand(SearchTerm term) {
    if (term instanceof SearchTerm.And || term instanceof SearchTerm.Or) {
      out.append('(');
      write(term);
      out.append(')');
    } else {
      write(term);
    }
  }
}
