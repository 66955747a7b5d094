package karst.plan.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.command.Table;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import org.apache.calcite.rex.RexNode;

/**
 * Plans {@code table}: the listed fields in the listed order. A field that nobody provides is an
 * empty column; what a pattern matches comes in alphabetical order (spl-semantics §6.1).
 */
public final class TableConverter implements CommandConverter<Table> {
  @Override
  public void convert(Table command, PlanBuilder plan) {
    Map<String, RexNode> columns = new LinkedHashMap<>();
    for (FieldName field : command.fields()) {
      if (field.hasWildcard()) {
        List<String> names = plan.matching(field).stream().map(plan.names()::get).sorted().toList();
        names.forEach(name -> columns.putIfAbsent(name, plan.columns().get(plan.indexOf(name))));
      } else if (!columns.containsKey(field.name())) {
        columns.put(field.name(), plan.field(field));
      }
    }
    plan.project(List.copyOf(columns.values()), List.copyOf(columns.keySet()));
  }
}
