package karst.plan;

import karst.command.Command;

/**
 * Adds a command to a plan.
 *
 * @param <C> the command's record
 */
@FunctionalInterface
public interface CommandConverter<C extends Command> {
  /** Adds the command; faults go to the context's diagnostics. */
  void convert(C command, PlanBuilder plan);
}
