package karst.ast;

import java.util.List;
import karst.source.Span;

/**
 * A search expression: the language of {@code search} and of {@code where} in tstats. It is
 * two-valued, and OR binds tighter than AND (spl-semantics §2.1).
 */
public sealed interface SearchTerm extends Node {
  /** All of some terms; juxtaposition means the same. At least two. */
  record And(List<SearchTerm> terms, Span span) implements SearchTerm {
    public And {
      terms = List.copyOf(terms);
    }
  }

  /** Any of some terms. At least two. */
  record Or(List<SearchTerm> terms, Span span) implements SearchTerm {
    public Or {
      terms = List.copyOf(terms);
    }
  }

  /** The opposite of a term: true also where a field is missing. */
  record Not(SearchTerm term, Span span) implements SearchTerm {}

  /** Empty parentheses, or no term at all: everything matches. */
  record Everything(Span span) implements SearchTerm {}

  /** {@code field operator value}. */
  record Comparison(FieldName field, SearchOperator operator, SearchValue value, Span span)
      implements SearchTerm {}

  /** {@code field IN (value, ...)}. */
  record In(FieldName field, List<SearchValue> values, Span span) implements SearchTerm {
    public In {
      values = List.copyOf(values);
    }
  }

  /** A bare word or phrase, looked for in the raw event. */
  record Keyword(SearchValue value, Span span) implements SearchTerm {}

  /**
   * {@code earliest=...} and its like: it sets the time range and is no predicate.
   *
   * @param name the modifier in lower case
   */
  record TimeRange(String name, SearchValue value, Span span) implements SearchTerm {}

  /**
   * A comparison in which subsearches stand for values: {@code field=[...]}, {@code field IN (a,
   * [...])}. The text of their results takes their place, and the whole is read then (spl-semantics
   * §2.10).
   *
   * @param texts what is written before, between and after the subsearches: one more than these
   */
  record Template(FieldName field, List<String> texts, List<Pipeline> subsearches, Span span)
      implements SearchTerm {
    public Template {
      texts = List.copyOf(texts);
      subsearches = List.copyOf(subsearches);
    }
  }

  /** A subsearch; its rows become terms. */
  record Subsearch(Pipeline pipeline, Span span) implements SearchTerm {}
}
