package karst.plan;

import java.util.ArrayList;
import java.util.List;
import karst.function.library.EventTextFunctions;
import karst.model.EventType;
import org.apache.calcite.rex.RexNode;

/** The kinds of events that rows are of (spl-semantics §2.4). */
public final class EventTypes {
  /** The field that holds their names. */
  public static final String FIELD = "eventtype";

  private EventTypes() {}

  /** Returns the names of those of some event types whose search holds, in their order. */
  public static RexNode names(List<EventType> types, PlanBuilder plan) {
    PlanContext context = plan.context();
    List<RexNode> operands = new ArrayList<>();
    for (EventType type : types) {
      operands.add(
          EventTerms.condition(type.search(), "<eventtype " + type.name() + ">", context, plan));
      operands.add(context.text(type.name()));
    }
    return operands.isEmpty()
        ? context.nothing()
        : context.rex().makeCall(ScalarOperator.of(EventTextFunctions.NAMES_WHERE), operands);
  }
}
