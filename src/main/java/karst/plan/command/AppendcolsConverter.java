package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Appendcols;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.RowSets;
import karst.plan.Subpipeline;
import karst.plan.TypeMapping;
import karst.plan.rel.SideBySide;
import karst.plan.rel.Transform;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code appendcols}: rows by their positions, side by side. */
public final class AppendcolsConverter implements CommandConverter<Appendcols> {
  @Override
  public void convert(Appendcols command, PlanBuilder plan) {
    PlanBuilder more =
        Subpipeline.plan(command.subsearch(), command.maxOut(), "appendcols", plan.context());
    List<String> left = plan.names();
    List<String> right = more.names();
    List<Column> columns = new ArrayList<>();
    columns.addAll(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    // Both sides may have a column of one name; the numbers keep them apart until they are one.
    for (Column column : TypeMapping.schemaOf(more.node().getRowType()).columns()) {
      columns.add(new Column(columns.size() + " " + column.name(), column.type()));
    }
    Transform rows =
        Transform.create(
            plan.context().cluster(),
            List.of(plan.node(), more.node()),
            new SideBySide(),
            TypeMapping.toRel(plan.context().cluster().getTypeFactory(), new Schema(columns)));
    RowSets.overlay(plan, rows, left, right, command.override());
    if (more.isOpen()) {
      plan.markOpen();
    }
  }
}
