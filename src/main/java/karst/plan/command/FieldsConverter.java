package karst.plan.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Fields;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import org.apache.calcite.rex.RexNode;

/**
 * Plans {@code fields}: keeps the listed columns and the internal ones, or drops the listed ones. A
 * field that does not exist is not made (spl-semantics §6.1).
 */
public final class FieldsConverter implements CommandConverter<Fields> {
  @Override
  public void convert(Fields command, PlanBuilder plan) {
    Set<Integer> listed = new LinkedHashSet<>();
    for (FieldName field : command.fields()) {
      List<Integer> matching = plan.matching(field);
      if (matching.isEmpty() && !field.hasWildcard()) {
        plan.context().unknownField(field.name(), field.span(), plan);
      }
      listed.addAll(matching);
    }
    List<String> names = plan.names();
    List<Integer> kept = new ArrayList<>();
    if (command.mode() == Fields.Mode.REMOVE) {
      for (int i = 0; i < names.size(); i++) {
        if (!listed.contains(i)) {
          kept.add(i);
        }
      }
    } else {
      kept.addAll(listed);
      for (int i = 0; i < names.size(); i++) {
        if (FieldPattern.isInternal(names.get(i)) && !listed.contains(i)) {
          kept.add(i);
        }
      }
    }
    List<RexNode> columns = plan.columns();
    plan.project(kept.stream().map(columns::get).toList(), kept.stream().map(names::get).toList());
  }
}
