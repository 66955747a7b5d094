package karst.plan.command;

import karst.command.Command;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;

/**
 * Plans the commands that change no row.
 *
 * @param <C> the command's record
 */
public final class PassThroughConverter<C extends Command> implements CommandConverter<C> {
  @Override
  public void convert(C command, PlanBuilder plan) {
    // What the command asks for is nothing here; binding has noted that.
  }
}
