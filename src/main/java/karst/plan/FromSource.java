package karst.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.command.From;
import karst.model.ModelField;
import org.apache.calcite.rex.RexNode;

/** Begins a plan with the rows that {@code from} and {@code union} name. */
public final class FromSource {
  private FromSource() {}

  /** Reads a source into a plan without rows; faults are reported. */
  public static void read(From.Source from, PlanBuilder plan) {
    TableSource source = new TableSource(plan);
    if (from instanceof From.Source.Table table) {
      if (source.scanTable(table.name())) {
        inRange(plan);
      }
    } else if (from instanceof From.Source.Lookup lookup) {
      source.scanTable(lookup.name());
    } else if (from instanceof From.Source.Dataset dataset) {
      DatasetScope scope = source.scanDataset(dataset.name(), List.of());
      if (scope != null) {
        dataset(scope, plan);
      }
    }
  }

  /** Rows with a time are events, and a run's time range bounds those; a lookup it does not. */
  private static void inRange(PlanBuilder plan) {
    plan.filter(new SearchConverter(plan.context(), plan).runRange());
  }

  private static void dataset(DatasetScope scope, PlanBuilder plan) {
    inRange(plan);
    plan.filter(scope.membership());
    Map<String, RexNode> columns = new LinkedHashMap<>();
    for (ModelField field : scope.fields()) {
      columns.put(field.name(), scope.value(field));
    }
    // Columns that the model does not know come along.
    for (String name : plan.names()) {
      columns.putIfAbsent(name, plan.columns().get(plan.indexOf(name)));
    }
    plan.project(List.copyOf(columns.values()), List.copyOf(columns.keySet()));
  }
}
