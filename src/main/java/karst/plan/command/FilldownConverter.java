package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Filldown;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import karst.plan.rel.FillDown;

/** Plans {@code filldown}: over the named fields, or over all but internal ones. */
public final class FilldownConverter implements CommandConverter<Filldown> {
  @Override
  public void convert(Filldown command, PlanBuilder plan) {
    List<Integer> columns = new ArrayList<>();
    for (FieldName field : command.fields()) {
      List<Integer> matching = plan.matching(field);
      if (matching.isEmpty() && !field.hasWildcard()) {
        plan.context().unknownField(field.name(), field.span(), plan);
      }
      matching.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
    }
    if (command.fields().isEmpty()) {
      columns.addAll(FieldPattern.of("*").matching(plan.names()));
    }
    plan.transform(new FillDown(columns));
  }
}
