package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.command.AggregateCall;
import karst.plan.rel.SplSort;
import karst.plan.rel.SplTableScan;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.table.Table;
import karst.table.event.EventSet;
import karst.table.event.EventTable;
import karst.vector.Batch;
import karst.vector.TextOf;
import org.jspecify.annotations.Nullable;

/**
 * Begins a plan with the raw events that search terms choose, the newest first (spl-semantics §0.8,
 * §2).
 *
 * <p>The columns are the fields that the pipeline names. A pipeline whose result has all fields is
 * planned when it is known which fields the chosen events have: they are asked for first.
 */
public final class EventSearch {
  /** More fields than this are not shown: nobody reads them, and hostile events can have any. */
  private static final int MOST_FIELDS = 5000;

  private final PlanBuilder plan;
  private final PlanContext context;

  /** Creates a search for a plan without rows. */
  public EventSearch(PlanBuilder plan) {
    this.plan = plan;
    this.context = plan.context();
  }

  /** Scans the events for which a term holds; without events that is an error. */
  public void scan(SearchTerm written, Span span) {
    EventSet events = context.tables().events();
    if (events == null) {
      context
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.UNKNOWN_TABLE,
                      "a search of raw events needs events, and there are none")
                  .hint("name their files: --events PATH")
                  .hint("or begin with a table: | from NAME, | tstats ... from datamodel=..."),
              span);
      return;
    }
    SearchTerm term = new SubsearchTerms(context).resolve(written);
    FieldDemand demand = context.demand();
    if (!demand.all()) {
      Set<String> names = new TreeSet<>(demand.names());
      NamedFields.collect(term, names);
      EventTerms.addFields(context, names);
      choose(plan, events.table(List.copyOf(names)), term);
      newestFirst();
      return;
    }
    Set<String> named = new LinkedHashSet<>();
    NamedFields.collect(term, named);
    EventTerms.addFields(context, named);
    List<String> discovered = discover(events, term, named, span);
    if (discovered == null) {
      plan.resumeUnknown(events.table(List.copyOf(named)).schema());
      return;
    }
    choose(plan, events.table(discovered), term);
    newestFirst();
  }

  private void choose(PlanBuilder target, Table table, SearchTerm term) {
    target.set(SplTableScan.create(context.cluster(), table));
    SearchConverter search =
        new SearchConverter(target.context(), new EventTerms(target.context(), target));
    target.filter(search.convert(term));
    target.filter(search.runRange());
  }

  private void newestFirst() {
    if (context.demand().ordered()) {
      OrderKey time = new OrderKey(plan.indexOf(Table.TIME_FIELD), true, SortOrder.NUMERIC);
      plan.set(SplSort.create(plan.node(), List.of(time), null));
    }
  }

  /** Returns the names of all fields of the chosen events; null while only preparing. */
  private @Nullable List<String> discover(
      EventSet events, SearchTerm term, Set<String> named, Span span) {
    List<String> columns = new ArrayList<>(named);
    columns.add(EventTable.FIELD_NAMES);
    PlanBuilder asked = new PlanBuilder(context);
    choose(asked, events.table(columns), term);
    FieldName names = new FieldName(EventTable.FIELD_NAMES, span);
    new AggregationPlanner(asked, asked, false, false)
        .aggregate(
            List.of(),
            List.of(new AggregateCall("values", names, null, Double.NaN, "fields", true, span)));
    StageRows rows = asked.run();
    if (rows == null) {
      return null;
    }
    return names(rows);
  }

  private static List<String> names(StageRows rows) {
    Set<String> found = new TreeSet<>();
    for (Batch batch : rows.batches()) {
      for (int row = 0; row < batch.rowCount(); row++) {
        // No name has a line break: the text of a list has one between its values.
        String names = TextOf.row(batch.packed(0), row);
        found.addAll(names == null ? List.of() : names.lines().toList());
      }
    }
    return found.stream().limit(MOST_FIELDS).toList();
  }
}
