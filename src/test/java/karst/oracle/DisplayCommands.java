package karst.oracle;

import java.util.Set;
import karst.command.Command;
import karst.command.Highlight;
import karst.command.Iconify;
import karst.command.Localop;
import karst.command.Noop;
import karst.command.Redistribute;
import karst.command.Require;
import karst.command.Rtorder;
import org.jspecify.annotations.Nullable;

/** The commands that change no row (spl-semantics §6.2). */
final class DisplayCommands {
  private static final Set<Class<? extends Command>> PASSING =
      Set.of(
          Highlight.class,
          Iconify.class,
          Localop.class,
          Noop.class,
          Redistribute.class,
          Rtorder.class);

  private DisplayCommands() {}

  /** Returns null for a command that is none of these. */
  static @Nullable Rows run(Command command, Rows rows) {
    if (command instanceof Require && rows.all().isEmpty()) {
      throw new UnsupportedOperationException("an error has no rows");
    }
    return command instanceof Require || PASSING.contains(command.getClass()) ? rows : null;
  }
}
