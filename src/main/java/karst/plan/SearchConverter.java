package karst.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.ast.SearchOperator;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.function.ScalarFunction;
import karst.function.library.SearchPredicates;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.type.InvalidSyntaxException;
import karst.type.Numbers;
import karst.type.TimeModifier;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Turns search terms into row expressions. Search logic is two-valued (spl-semantics §2.9): a term
 * on a missing field is false, so NOT makes it true.
 */
public final class SearchConverter {
  private final PlanContext context;
  private final FieldScope scope;
  private boolean earliestSeen;
  private boolean latestSeen;

  /** Creates a converter of terms over a scope. */
  public SearchConverter(PlanContext context, FieldScope scope) {
    this.context = context;
    this.scope = scope;
  }

  /** Returns a term as a condition that is never null. */
  public RexNode convert(SearchTerm term) {
    if (term instanceof SearchTerm.And and) {
      return context.and(and.terms().stream().map(this::convert).toList());
    }
    if (term instanceof SearchTerm.Or or) {
      return context.or(or.terms().stream().map(this::convert).toList());
    }
    if (term instanceof SearchTerm.Not not) {
      return context.not(convert(not.term()));
    }
    if (term instanceof SearchTerm.Everything) {
      return context.truth(true);
    }
    if (term instanceof SearchTerm.Comparison comparison) {
      return comparison(comparison);
    }
    if (term instanceof SearchTerm.In in) {
      return in(in);
    }
    if (term instanceof SearchTerm.Keyword keyword) {
      return keyword(keyword);
    }
    if (term instanceof SearchTerm.TimeRange range) {
      return timeRange(range);
    }
    SearchTerm resolved = new SubsearchTerms(context).resolve(term);
    return resolved == term ? context.truth(true) : convert(resolved);
  }

  /** Returns the bounds of the run's time range on those sides that the search left open. */
  public RexNode runRange() {
    RexNode time = scope.find("_time");
    List<RexNode> bounds = new ArrayList<>();
    Double earliest = context.range().earliest();
    Double latest = context.range().latest();
    if (time != null && earliest != null && !earliestSeen) {
      bounds.add(bound(time, SearchPredicates.GREATER_OR_EQUAL, earliest));
    }
    if (time != null && latest != null && !latestSeen) {
      bounds.add(bound(time, SearchPredicates.LESS, latest));
    }
    return context.and(bounds);
  }

  private RexNode comparison(SearchTerm.Comparison term) {
    RexNode special = special(term);
    if (special != null) {
      return special;
    }
    RexNode field = scope.find(term.field().name());
    if (field == null) {
      context.unknownField(term.field().name(), term.field().span(), scope);
      return context.truth(false);
    }
    return call(predicate(term.operator(), term.value()), field, term.value());
  }

  private @Nullable RexNode special(SearchTerm.Comparison term) {
    if (!(scope instanceof SpecialTerms terms)) {
      return null;
    }
    return terms.special(term);
  }

  /** A scope in which some fields are not values but conditions, such as {@code nodename}. */
  public interface SpecialTerms {
    /** Returns the condition that a comparison means, or null for an ordinary field. */
    @Nullable RexNode special(SearchTerm.Comparison term);
  }

  private RexNode in(SearchTerm.In term) {
    RexNode field = scope.find(term.field().name());
    if (field == null) {
      context.unknownField(term.field().name(), term.field().span(), scope);
      return context.truth(false);
    }
    List<RexNode> terms = new ArrayList<>();
    for (SearchValue value : term.values()) {
      terms.add(call(predicate(SearchOperator.EQUAL, value), field, value));
    }
    return context.or(terms);
  }

  private RexNode call(ScalarFunction predicate, RexNode field, SearchValue value) {
    return context.rex().makeCall(ScalarOperator.of(predicate), field, context.text(value.text()));
  }

  private static ScalarFunction predicate(SearchOperator operator, SearchValue value) {
    boolean caseSensitive = value.form() == SearchValue.Form.CASE;
    return switch (operator) {
      case EQUAL -> caseSensitive ? SearchPredicates.EQUAL_CASE : SearchPredicates.EQUAL;
      case NOT_EQUAL ->
          caseSensitive ? SearchPredicates.NOT_EQUAL_CASE : SearchPredicates.NOT_EQUAL;
      case LESS -> SearchPredicates.LESS;
      case LESS_OR_EQUAL -> SearchPredicates.LESS_OR_EQUAL;
      case GREATER -> SearchPredicates.GREATER;
      case GREATER_OR_EQUAL -> SearchPredicates.GREATER_OR_EQUAL;
    };
  }

  private RexNode keyword(SearchTerm.Keyword term) {
    String text = term.value().text();
    if (!text.isEmpty() && text.chars().allMatch(c -> c == '*')) {
      return context.truth(true);
    }
    RexNode raw = scope.find("_raw");
    if (raw == null) {
      // Without a raw event a keyword finds nothing (spl-semantics §2.5, Q19).
      context
          .diagnostics()
          .add(
              Diagnostic.warning(
                      DiagnosticCode.UNKNOWN_FIELD,
                      "the keyword `" + text + "` finds nothing: these rows have no raw event")
                  .hint("to compare a field, write field=" + text),
              term.span());
      return context.truth(false);
    }
    ScalarFunction predicate =
        switch (term.value().form()) {
          case PLAIN -> SearchPredicates.KEYWORD;
          case CASE -> SearchPredicates.KEYWORD_CASE;
          case TERM -> SearchPredicates.TERM;
        };
    return call(predicate, raw, term.value());
  }

  private RexNode timeRange(SearchTerm.TimeRange term) {
    String name = term.name().toLowerCase(Locale.ROOT);
    RexNode time = scope.find("_time");
    boolean earliest = name.equals("earliest") || name.equals("starttime");
    boolean latest = name.equals("latest") || name.equals("endtime");
    if (!earliest && !latest) {
      context.error(
          DiagnosticCode.UNSUPPORTED,
          term.span(),
          "the time modifier `" + term.name() + "` is not supported; use earliest and latest");
      return context.truth(true);
    }
    earliestSeen |= earliest;
    latestSeen |= latest;
    Double seconds = seconds(term.value());
    if (seconds == null || time == null) {
      return context.truth(true);
    }
    ScalarFunction predicate =
        earliest
            ? SearchPredicates.GREATER_OR_EQUAL
            // endtime is included, latest is not (spl-semantics §1.7).
            : name.equals("endtime") ? SearchPredicates.LESS_OR_EQUAL : SearchPredicates.LESS;
    return bound(time, predicate, seconds);
  }

  private @Nullable Double seconds(SearchValue value) {
    try {
      return TimeModifier.parse(value.text()).apply(context.now(), context.zone());
    } catch (InvalidSyntaxException e) {
      context.error(
          DiagnosticCode.BAD_TIME,
          value.span(),
          "`" + value.text() + "` is no time: " + e.getMessage());
      return null;
    }
  }

  private RexNode bound(RexNode time, ScalarFunction predicate, double seconds) {
    return context
        .rex()
        .makeCall(ScalarOperator.of(predicate), time, context.text(Numbers.format(seconds)));
  }
}
