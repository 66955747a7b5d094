package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Selfjoin;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.RowSets;
import karst.plan.TypeMapping;
import karst.plan.rel.SelfJoin;
import karst.plan.rel.Transform;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code selfjoin}: rows beside others, then one row of both. */
public final class SelfjoinConverter implements CommandConverter<Selfjoin> {
  @Override
  public void convert(Selfjoin command, PlanBuilder plan) {
    List<Integer> keys = new ArrayList<>();
    for (FieldName field : command.fields()) {
      if (plan.indexOf(field.name()) < 0) {
        plan.assign(field.name(), plan.field(field));
      }
      keys.add(plan.indexOf(field.name()));
    }
    List<String> names = plan.names();
    List<Column> columns =
        new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    // Until they are one, the columns of both are told apart by their numbers.
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Column(columns.size() + " " + names.get(i), columns.get(i).type()));
    }
    Transform pairs =
        Transform.create(
            plan.context().cluster(),
            List.of(plan.node()),
            new SelfJoin(
                keys, command.max() == 0 ? Long.MAX_VALUE : command.max(), command.keepSingle()),
            TypeMapping.toRel(plan.context().cluster().getTypeFactory(), new Schema(columns)));
    RowSets.overlay(plan, pairs, names, names, command.overwrite());
  }
}
