package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Typer;
import karst.model.EventType;
import karst.plan.CommandConverter;
import karst.plan.EventTypes;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Plans {@code typer}: a projection; a row of no known kind keeps its field. */
public final class TyperConverter implements CommandConverter<Typer> {
  @Override
  public void convert(Typer command, PlanBuilder plan) {
    PlanContext context = plan.context();
    RexNode names = EventTypes.names(types(command, context), plan);
    @Nullable RexNode before = plan.find(EventTypes.FIELD);
    plan.assign(
        EventTypes.FIELD, before == null ? names : context.firstPresent(List.of(names, before)));
  }

  private static List<EventType> types(Typer command, PlanContext context) {
    List<EventType> known = context.tables().mappings().eventTypes();
    if (command.types().isEmpty()) {
      return known;
    }
    List<String> names = known.stream().map(EventType::name).toList();
    for (String wanted : command.types()) {
      if (!names.contains(wanted)) {
        context
            .diagnostics()
            .add(
                Diagnostic.error(
                        DiagnosticCode.OPTION_VALUE, "there is no event type `" + wanted + "`")
                    .suggest(wanted, names),
                command.typesSpan());
      }
    }
    List<EventType> chosen = new ArrayList<>(known);
    chosen.removeIf(type -> !command.types().contains(type.name()));
    return chosen;
  }
}
