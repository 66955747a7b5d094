package karst.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import karst.ast.SearchOperator;
import karst.ast.SearchTerm;
import karst.model.EventType;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The fields of raw events, among them two that are conditions: {@code eventtype} holds where the
 * search of the event type does, {@code tag} where an event type with the tag does (spl-semantics
 * §2.4).
 */
final class EventTerms implements FieldScope, SearchConverter.SpecialTerms {
  /** Event types may name others; more levels than this are a circle. */
  private static final int DEEPEST = 8;

  private static final String EVENT_TYPE = "eventtype";
  private static final String TAG = "tag";

  private final PlanContext context;
  private final FieldScope fields;
  private final int depth;

  EventTerms(PlanContext context, FieldScope fields) {
    this(context, fields, 0);
  }

  private EventTerms(PlanContext context, FieldScope fields, int depth) {
    this.context = context;
    this.fields = fields;
    this.depth = depth;
  }

  /** Adds the fields that event types name, where a search may ask for event types. */
  static void addFields(PlanContext context, Set<String> names) {
    if (!names.contains(EVENT_TYPE) && !names.contains(TAG)) {
      return;
    }
    for (EventType type : context.tables().mappings().eventTypes()) {
      SourceMap text = SourceMap.identity(SourceText.of(name(type), type.search()));
      NamedFields.collect(context.parser().parseSearch(text), names);
    }
  }

  private static String name(EventType type) {
    return "<eventtype " + type.name() + ">";
  }

  @Override
  public @Nullable RexNode find(String name) {
    return fields.find(name);
  }

  @Override
  public Collection<String> names() {
    return fields.names();
  }

  @Override
  public boolean isOpen() {
    return fields.isOpen();
  }

  @Override
  public @Nullable RexNode special(SearchTerm.Comparison term) {
    boolean equal = term.operator() == SearchOperator.EQUAL;
    if (!equal && term.operator() != SearchOperator.NOT_EQUAL) {
      return null;
    }
    FieldPattern pattern = FieldPattern.of(term.value().text().toLowerCase(Locale.ROOT));
    List<RexNode> any = new ArrayList<>();
    switch (term.field().name()) {
      case EVENT_TYPE -> {
        for (EventType type : context.tables().mappings().eventTypes()) {
          if (pattern.match(type.name().toLowerCase(Locale.ROOT)) != null) {
            any.add(condition(type));
          }
        }
      }
      case TAG -> {
        for (EventType type : context.tables().mappings().eventTypes()) {
          if (type.tags().stream().anyMatch(tag -> pattern.match(tag) != null)) {
            any.add(condition(type));
          }
        }
      }
      default -> {
        return null;
      }
    }
    RexNode holds = context.or(any);
    return equal ? holds : context.not(holds);
  }

  private RexNode condition(EventType type) {
    if (depth == DEEPEST) {
      return context.truth(false);
    }
    return condition(type.search(), name(type), context, fields, depth + 1);
  }

  /** Returns the condition that a search expression is over some fields. */
  static RexNode condition(String search, String name, PlanContext context, FieldScope fields) {
    return condition(search, name, context, fields, 0);
  }

  private static RexNode condition(
      String search, String name, PlanContext context, FieldScope fields, int depth) {
    SourceMap text = SourceMap.identity(SourceText.of(name, search));
    Diagnostics diagnostics = new Diagnostics(text);
    PlanContext inner = context.withDiagnostics(diagnostics);
    RexNode condition =
        new SearchConverter(inner, new EventTerms(inner, fields, depth))
            .convert(inner.parser().parseSearch(text));
    diagnostics.throwIfErrors();
    return condition;
  }
}
