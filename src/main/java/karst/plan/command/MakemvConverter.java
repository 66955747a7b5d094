package karst.plan.command;

import karst.command.Makemv;
import karst.function.library.FieldTextFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import org.apache.calcite.rex.RexNode;

/** Plans {@code makemv}: a projection; a field that does not exist is not made. */
public final class MakemvConverter implements CommandConverter<Makemv> {
  @Override
  public void convert(Makemv command, PlanBuilder plan) {
    PlanContext context = plan.context();
    RexNode field = plan.field(command.field());
    String tokenizer = command.tokenizer();
    RexNode values =
        tokenizer != null
            ? context.call(FieldTextFunctions.TOKENS, field, context.text(tokenizer))
            : context.call(
                FieldTextFunctions.PARTS,
                field,
                context.text(command.delimiter()),
                context.truth(command.allowEmpty()));
    if (plan.indexOf(command.field().name()) >= 0) {
      plan.assign(command.field().name(), values);
    }
  }
}
