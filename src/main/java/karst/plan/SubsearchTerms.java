package karst.plan;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the rows of subsearches say in their place among search terms. It comes before a scan
 * is planned, so that the fields that the rows name are read as well.
 */
public final class SubsearchTerms {
  private final PlanContext context;

  /** Creates a reader of the subsearches of one search. */
  public SubsearchTerms(PlanContext context) {
    this.context = context;
  }

  /**
   * Returns a term without subsearches.
   *
   * @throws karst.source.SplException if a result is no search expression
   * @return the term as it is while the search is only prepared
   */
  public SearchTerm resolve(SearchTerm term) {
    if (term instanceof SearchTerm.And and) {
      return new SearchTerm.And(resolve(and.terms()), and.span());
    }
    if (term instanceof SearchTerm.Or or) {
      return new SearchTerm.Or(resolve(or.terms()), or.span());
    }
    if (term instanceof SearchTerm.Not not) {
      return new SearchTerm.Not(resolve(not.term()), not.span());
    }
    String text = null;
    if (term instanceof SearchTerm.Subsearch subsearch) {
      text = new Subsearch(context).text(subsearch.pipeline(), subsearch.span());
    } else if (term instanceof SearchTerm.Template template) {
      text = text(template);
    }
    return text == null
        ? term
        : at(context.parser().parseSearch(Subsearch.source(text)), term.span());
  }

  private List<SearchTerm> resolve(List<SearchTerm> terms) {
    return terms.stream().map(this::resolve).toList();
  }

  private @Nullable String text(SearchTerm.Template template) {
    StringBuilder text = new StringBuilder(template.texts().get(0));
    for (int i = 0; i < template.subsearches().size(); i++) {
      String part = new Subsearch(context).text(template.subsearches().get(i), template.span());
      if (part == null) {
        return null;
      }
      text.append(part).append(template.texts().get(i + 1));
    }
    return text.toString();
  }

  /** Moves terms to where the subsearch stands: what is said of them is said of it. */
  private static SearchTerm at(SearchTerm term, Span span) {
    if (term instanceof SearchTerm.And and) {
      return new SearchTerm.And(at(and.terms(), span), span);
    }
    if (term instanceof SearchTerm.Or or) {
      return new SearchTerm.Or(at(or.terms(), span), span);
    }
    if (term instanceof SearchTerm.Not not) {
      return new SearchTerm.Not(at(not.term(), span), span);
    }
    if (term instanceof SearchTerm.Comparison comparison) {
      return new SearchTerm.Comparison(
          at(comparison.field(), span), comparison.operator(), at(comparison.value(), span), span);
    }
    if (term instanceof SearchTerm.In in) {
      List<SearchValue> values = new ArrayList<>();
      in.values().forEach(value -> values.add(at(value, span)));
      return new SearchTerm.In(at(in.field(), span), values, span);
    }
    if (term instanceof SearchTerm.Keyword keyword) {
      return new SearchTerm.Keyword(at(keyword.value(), span), span);
    }
    if (term instanceof SearchTerm.TimeRange range) {
      return new SearchTerm.TimeRange(range.name(), at(range.value(), span), span);
    }
    if (term instanceof SearchTerm.Everything) {
      return new SearchTerm.Everything(span);
    }
    // A result that holds a subsearch itself: it is run in turn.
    return term;
  }

  private static List<SearchTerm> at(List<SearchTerm> terms, Span span) {
    return terms.stream().map(term -> at(term, span)).toList();
  }

  private static FieldName at(FieldName field, Span span) {
    return new FieldName(field.name(), span);
  }

  private static SearchValue at(SearchValue value, Span span) {
    return new SearchValue(value.text(), value.quoted(), value.form(), span);
  }
}
