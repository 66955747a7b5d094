package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Pipeline;
import karst.command.SetOfRows;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import karst.plan.RowSets;
import karst.plan.Subpipeline;
import karst.plan.TypeMapping;
import karst.plan.rel.SetOperation;
import karst.plan.rel.SplUnion;
import karst.plan.rel.Transform;

/** Plans {@code set}: rows are the same if they agree in all public fields. */
public final class SetConverter implements CommandConverter<SetOfRows> {
  private static final long MAX_ROWS = 50_000;

  @Override
  public void convert(SetOfRows command, PlanBuilder plan) {
    List<PlanBuilder> sets = new ArrayList<>();
    for (Pipeline pipeline : command.subsearches()) {
      sets.add(Subpipeline.plan(pipeline, MAX_ROWS, "set", plan.context()));
    }
    RowSets.align(sets);
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < sets.get(0).names().size(); i++) {
      if (!FieldPattern.isInternal(sets.get(0).names().get(i))) {
        keys.add(i);
      }
    }
    SplUnion both = SplUnion.create(sets.stream().map(PlanBuilder::node).toList());
    plan.set(
        Transform.create(
            plan.context().cluster(),
            both.getInputs(),
            new SetOperation(SetOperation.Kind.valueOf(command.operation().name()), keys),
            TypeMapping.toRel(
                plan.context().cluster().getTypeFactory(),
                TypeMapping.schemaOf(both.getRowType()))));
    if (sets.stream().anyMatch(PlanBuilder::isOpen)) {
      plan.markOpen();
    }
  }
}
