package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Untable;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import karst.plan.TypeMapping;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code untable}. */
public final class UntableConverter implements CommandConverter<Untable> {
  @Override
  public void convert(Untable command, PlanBuilder plan) {
    List<String> names = command.fields().stream().map(FieldName::name).toList();
    FieldName field = command.fields().get(0);
    if (plan.indexOf(field.name()) < 0) {
      plan.assign(field.name(), plan.field(field));
    }
    int stays = plan.indexOf(field.name());
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < plan.names().size(); i++) {
      if (i != stays && !FieldPattern.isInternal(plan.names().get(i))) {
        columns.add(i);
      }
    }
    List<Column> input = TypeMapping.schemaOf(plan.node().getRowType()).columns();
    plan.transform(
        new karst.plan.rel.Untable(stays, columns),
        new Schema(
            List.of(
                input.get(stays),
                new Column(names.get(1), SplType.STRING),
                new Column(names.get(2), SplType.DYNAMIC))));
  }
}
