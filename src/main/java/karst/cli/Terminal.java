package karst.cli;

import java.io.IOException;
import org.jline.terminal.TerminalBuilder;

/** The terminal that a person looks at, if there is one. */
final class Terminal {
  /** The width where there is no terminal: nothing is wrapped. */
  static final int UNBOUNDED = Integer.MAX_VALUE;

  private Terminal() {}

  /** Returns whether standard input and output are a terminal. */
  static boolean isPresent() {
    return System.console() != null;
  }

  /** Returns the number of columns; {@link #UNBOUNDED} without a terminal. */
  static int width() {
    if (!isPresent()) {
      return UNBOUNDED;
    }
    try (org.jline.terminal.Terminal terminal =
        TerminalBuilder.builder().system(true).dumb(true).build()) {
      int width = terminal.getWidth();
      return width > 0 ? width : UNBOUNDED;
    } catch (IOException e) {
      return UNBOUNDED;
    }
  }
}
