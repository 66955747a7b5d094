package karst.plan.command;

import karst.command.Xmlkv;
import karst.plan.CommandConverter;
import karst.plan.ExtractedFields;
import karst.plan.PlanBuilder;
import karst.type.XmlTags;

/** Plans {@code xmlkv}: the data decide which fields there are. */
public final class XmlkvConverter implements CommandConverter<Xmlkv> {
  @Override
  public void convert(Xmlkv command, PlanBuilder plan) {
    int column = plan.indexOf(command.field().name());
    if (column < 0) {
      plan.context().unknownField(command.field().name(), command.field().span(), plan);
      return;
    }
    new ExtractedFields(plan, command.span()).extract(column, XmlTags::read);
  }
}
