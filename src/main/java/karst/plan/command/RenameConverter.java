package karst.plan.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.command.Rename;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import org.apache.calcite.rex.RexNode;

/**
 * Plans {@code rename}: pair by pair, from left to right (spl-semantics Q16). A target that exists
 * is replaced, also by the null of a source that does not exist: that is how Splunk loses data, and
 * so do we.
 */
public final class RenameConverter implements CommandConverter<Rename> {
  @Override
  public void convert(Rename command, PlanBuilder plan) {
    for (Rename.Pair pair : command.pairs()) {
      if (pair.field().hasWildcard()) {
        renameMatching(pair, plan);
      } else {
        rename(pair.field(), pair.name().name(), plan);
      }
    }
  }

  private static void rename(FieldName source, String target, PlanBuilder plan) {
    if (source.name().equals(target)) {
      return;
    }
    Map<String, RexNode> columns = new LinkedHashMap<>();
    List<String> names = plan.names();
    boolean sourceExists = names.contains(source.name());
    if (!sourceExists) {
      plan.context().unknownField(source.name(), source.span(), plan);
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.equals(source.name())) {
        columns.put(target, plan.columns().get(i));
      } else if (!name.equals(target)) {
        columns.put(name, plan.columns().get(i));
      } else if (!sourceExists) {
        columns.put(name, plan.context().nothing());
      }
    }
    plan.project(List.copyOf(columns.values()), List.copyOf(columns.keySet()));
  }

  /** All matching fields at once; of two that get one name the later wins (Q24). */
  private static void renameMatching(Rename.Pair pair, PlanBuilder plan) {
    FieldPattern pattern = FieldPattern.of(pair.field().name());
    Map<String, RexNode> renamed = new LinkedHashMap<>();
    List<String> names = plan.names();
    List<RexNode> columns = plan.columns();
    List<String> targets = new ArrayList<>();
    for (String name : names) {
      List<String> parts = pattern.match(name);
      targets.add(parts == null ? null : FieldPattern.fill(pair.name().name(), parts));
    }
    for (int i = 0; i < names.size(); i++) {
      String target = targets.get(i);
      String name = target == null ? names.get(i) : target;
      boolean replaced = target == null && targets.contains(name);
      if (!replaced) {
        renamed.put(name, columns.get(i));
      }
    }
    plan.project(List.copyOf(renamed.values()), List.copyOf(renamed.keySet()));
  }
}
