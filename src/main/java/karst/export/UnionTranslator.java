package karst.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import karst.plan.rel.SplUnion;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rex.RexNode;

/**
 * Turns the rows of several inputs, one input after the other, into a union that is sorted by the
 * number of the input and within each by the input's own order.
 */
final class UnionTranslator {
  private final PlanTranslator plans;
  private final Sql sql;

  UnionTranslator(PlanTranslator plans) {
    this.plans = plans;
    this.sql = plans.sql();
  }

  Rows translate(SplUnion union, boolean ordered) {
    List<Rows> branches = new ArrayList<>();
    for (RelNode input : union.getInputs()) {
      branches.add(plans.settled(input, ordered));
    }
    List<String> names = union.getRowType().getFieldNames();
    List<List<RexNode>> values = alike(branches, names.size());
    List<String> allNames = new ArrayList<>(names);
    List<Boolean> descending = new ArrayList<>();
    if (ordered) {
      addOrder(branches, values, allNames, descending);
    }
    List<RelNode> inputs = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      inputs.add(
          Projections.project(
              branches.get(i).node(), values.get(i), Projections.distinct(allNames)));
    }
    RelNode node = LogicalUnion.create(inputs, true);
    List<RexNode> references = Rows.references(node, allNames.size());
    List<Rows.RowKey> order = new ArrayList<>();
    for (int i = names.size(); i < allNames.size(); i++) {
      order.add(new Rows.RowKey(references.get(i), descending.get(i - names.size())));
    }
    boolean total = ordered && branches.stream().allMatch(Rows::total);
    return new Rows(node, references.subList(0, names.size()), order, total, List.of(), null);
  }

  private List<List<RexNode>> alike(List<Rows> branches, int width) {
    List<List<RexNode>> values = new ArrayList<>();
    branches.forEach(branch -> values.add(new ArrayList<>()));
    for (int column = 0; column < width; column++) {
      int index = column;
      List<RexNode> alike =
          sql.alike(branches.stream().map(branch -> branch.columns().get(index)).toList());
      for (int i = 0; i < branches.size(); i++) {
        values.get(i).add(alike.get(i));
      }
    }
    return values;
  }

  private void addOrder(
      List<Rows> branches,
      List<List<RexNode>> values,
      List<String> names,
      List<Boolean> descending) {
    names.add("$input");
    descending.add(false);
    for (int i = 0; i < branches.size(); i++) {
      values.get(i).add(sql.number(BigDecimal.valueOf(i)));
    }
    for (int i = 0; i < branches.size(); i++) {
      for (Rows.RowKey key : branches.get(i).order()) {
        names.add("$order" + names.size());
        descending.add(key.descending());
        for (int other = 0; other < branches.size(); other++) {
          values.get(other).add(other == i ? key.value() : sql.nothing(Sql.shape(key.value())));
        }
      }
    }
  }
}
