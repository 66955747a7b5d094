package karst.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.ast.SearchOperator;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.command.AggregateCall;
import karst.plan.rel.SplTableScan;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.table.Table;
import karst.table.event.EventSet;
import org.apache.calcite.rex.RexNode;

/**
 * Plans counts of all events: the raw ones, and the rows of tables that have a time and the field
 * that is counted by.
 */
public final class EventCounts {
  private static final String INDEX = "index";

  private final PlanBuilder plan;
  private final PlanContext context;
  private final Span span;

  /** Creates a planner for a plan without rows. */
  public EventCounts(PlanBuilder plan, Span span) {
    this.plan = plan;
    this.context = plan.context();
    this.span = span;
  }

  /**
   * Goes on from all events.
   *
   * @param field the field that is counted by
   * @param indexes the names of their indexes; empty for all
   * @param inRange whether only the events of the search's time range count
   * @return false, with an error, if there are none or there are rows already
   */
  public boolean scan(String field, List<FieldName> indexes, boolean inRange) {
    if (!new TableSource(plan).isFirst(span)) {
      return false;
    }
    List<Table> tables = new ArrayList<>();
    EventSet events = context.tables().events();
    if (events != null) {
      tables.add(events.table(List.of()));
    }
    for (Table table : context.tables().bound()) {
      List<String> names = table.schema().names();
      boolean chosen = indexes.isEmpty() || names.contains(INDEX);
      if (chosen && names.contains(field) && names.contains(Table.TIME_FIELD)) {
        tables.add(table);
      }
    }
    if (tables.isEmpty()) {
      context
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.UNKNOWN_TABLE,
                      "there are no events, nor a table with `_time` and `" + field + "`")
                  .hint("name the files of events: --events PATH"),
              span);
      return false;
    }
    List<PlanBuilder> parts = new ArrayList<>();
    tables.forEach(table -> parts.add(part(table, field, indexes, inRange)));
    RowSets.append(parts.get(0), parts.subList(1, parts.size()));
    plan.set(parts.get(0).node());
    return true;
  }

  private PlanBuilder part(Table table, String field, List<FieldName> indexes, boolean inRange) {
    PlanBuilder part = new PlanBuilder(context);
    part.set(SplTableScan.create(context.cluster(), table));
    SearchConverter search = new SearchConverter(context, part);
    List<SearchTerm> terms = new ArrayList<>();
    for (FieldName index : indexes) {
      terms.add(
          new SearchTerm.Comparison(
              new FieldName(INDEX, index.span()),
              SearchOperator.EQUAL,
              new SearchValue(index.name(), false, SearchValue.Form.PLAIN, index.span()),
              index.span()));
    }
    if (!terms.isEmpty()) {
      part.filter(search.convert(new SearchTerm.Or(terms, span)));
    }
    if (inRange) {
      part.filter(search.runRange());
    }
    List<String> names =
        field.equals(Table.TIME_FIELD) ? List.of(field) : List.of(field, Table.TIME_FIELD);
    part.project(names.stream().map(name -> part.field(new FieldName(name, span))).toList(), names);
    return part;
  }

  /** Replaces the events by aggregates of them: the calls by the names of their columns. */
  public void aggregate(List<String> by, Map<String, String> calls) {
    List<AggregationPlanner.Key> keys = new ArrayList<>();
    by.forEach(
        name -> keys.add(new AggregationPlanner.Key(name, plan.field(new FieldName(name, span)))));
    List<AggregateCall> aggregates = new ArrayList<>();
    calls.forEach((name, function) -> aggregates.add(call(name, function)));
    new AggregationPlanner(plan, plan, false, false).aggregate(keys, aggregates);
  }

  private AggregateCall call(String name, String function) {
    FieldName time = function.equals("count") ? null : new FieldName(Table.TIME_FIELD, span);
    return new AggregateCall(function, time, null, Double.NaN, name, true, span);
  }

  /** Puts the columns into another order. */
  public void order(List<String> names) {
    List<RexNode> columns = new ArrayList<>();
    names.forEach(name -> columns.add(plan.field(new FieldName(name, span))));
    plan.project(columns, names);
  }
}
