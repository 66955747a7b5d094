package karst.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.ast.SearchTerm;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a dataset with the fields that a search names as columns of their own: the plan shows
 * a condition as the search has it, and the optimiser moves it below the calculations.
 */
public final class DatasetRows implements FieldScope, SearchConverter.SpecialTerms {
  private final PlanBuilder plan;
  private final DatasetScope dataset;
  private final Map<SearchTerm.Comparison, String> nodes;

  private DatasetRows(
      PlanBuilder plan, DatasetScope dataset, Map<SearchTerm.Comparison, String> nodes) {
    this.plan = plan;
    this.dataset = dataset;
    this.nodes = nodes;
  }

  /**
   * Replaces the scan by the dataset's rows with the named fields.
   *
   * @param where the search's condition
   * @param named the qualified names of the other fields of the search
   */
  public static DatasetRows create(
      PlanBuilder plan, DatasetScope dataset, SearchTerm where, Collection<String> named) {
    Set<String> names = new LinkedHashSet<>();
    names.add("_time");
    SearchFields.collect(where, names);
    names.addAll(named);
    List<String> columns = new ArrayList<>();
    List<RexNode> values = new ArrayList<>();
    for (String name : names) {
      RexNode value = dataset.find(name);
      if (value != null) {
        columns.add(name);
        values.add(value);
      }
    }
    Map<SearchTerm.Comparison, String> nodes = new LinkedHashMap<>();
    Set<SearchTerm.Comparison> comparisons = new LinkedHashSet<>();
    SearchFields.comparisons(where, DatasetScope.NODE_NAME, comparisons);
    for (SearchTerm.Comparison comparison : comparisons) {
      String name = "nodename" + comparison.operator().symbol() + comparison.value().text();
      nodes.put(comparison, name);
      if (!columns.contains(name)) {
        columns.add(name);
        values.add(dataset.membership(comparison));
      }
    }
    plan.filter(dataset.membership());
    plan.project(values, columns);
    return new DatasetRows(plan, dataset, nodes);
  }

  @Override
  public @Nullable RexNode find(String name) {
    return plan.find(name);
  }

  @Override
  public List<String> names() {
    return dataset.names();
  }

  @Override
  public @Nullable RexNode special(SearchTerm.Comparison term) {
    String column = nodes.get(term);
    return column == null ? null : plan.find(column);
  }
}
