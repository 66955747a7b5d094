package karst.plan.command;

import java.util.List;
import java.util.function.BiConsumer;
import karst.command.Spath;
import karst.function.ScalarFunction;
import karst.plan.CommandConverter;
import karst.plan.ExtractedFields;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.type.JsonLeaves;
import karst.type.XmlElement;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Plans {@code spath}: with a path a projection, where no value is found the field stays; without
 * one the data decide which fields there are.
 */
public final class SpathConverter implements CommandConverter<Spath> {
  /** No more characters are looked into for fields that nobody names (spl-semantics §6.1 spath). */
  private static final int CUTOFF = 5000;

  @Override
  public void convert(Spath command, PlanBuilder plan) {
    RexNode input = plan.field(command.input());
    String path = command.path();
    if (path != null) {
      extract(input, path, command.output(), plan);
    } else if (plan.indexOf(command.input().name()) >= 0) {
      new ExtractedFields(plan, command.span())
          .extract(plan.indexOf(command.input().name()), SpathConverter::leaves);
    }
  }

  private static void extract(RexNode input, String path, String output, PlanBuilder plan) {
    PlanContext context = plan.context();
    ScalarFunction spath = context.functions().find("spath");
    if (spath == null) {
      throw new IllegalStateException("the function spath is missing");
    }
    RexNode found = context.call(spath, input, context.text(path));
    @Nullable RexNode before = plan.find(output);
    plan.assign(output, before == null ? found : context.firstPresent(List.of(found, before)));
  }

  private static void leaves(String text, BiConsumer<String, String> out) {
    if (text.stripLeading().startsWith("<")) {
      XmlElement root = XmlElement.parse(text);
      if (root != null) {
        root.leaves(out);
      }
    } else if (text.length() > CUTOFF) {
      JsonLeaves.read(text.substring(0, CUTOFF), true, out);
    } else {
      JsonLeaves.read(text, false, out);
    }
  }
}
