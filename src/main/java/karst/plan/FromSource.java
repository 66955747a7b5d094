package karst.plan;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.command.DataModelName;
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
      dataset(dataset.name(), false, plan);
    }
  }

  /** Rows with a time are events, and a run's time range bounds those; a lookup it does not. */
  private static void inRange(PlanBuilder plan) {
    plan.filter(new SearchConverter(plan.context(), plan).runRange());
  }

  /**
   * Reads the events of a dataset into a plan without rows; faults are reported.
   *
   * @param prefixed whether the model's fields are called as tstats calls them
   */
  public static void dataset(DataModelName name, boolean prefixed, PlanBuilder plan) {
    DatasetScope scope = new TableSource(plan).scanDataset(name, List.of());
    if (scope == null) {
      return;
    }
    inRange(plan);
    plan.filter(scope.membership());
    Map<String, RexNode> columns = new LinkedHashMap<>();
    for (ModelField field : scope.fields()) {
      columns.put(prefixed ? field.qualifiedName() : field.name(), scope.value(field));
    }
    // Columns that the model does not know come along.
    Set<String> known = new HashSet<>();
    scope.fields().forEach(field -> known.add(field.name()));
    for (String column : plan.names()) {
      if (!known.contains(column)) {
        columns.putIfAbsent(column, plan.columns().get(plan.indexOf(column)));
      }
    }
    plan.project(List.copyOf(columns.values()), List.copyOf(columns.keySet()));
  }
}
