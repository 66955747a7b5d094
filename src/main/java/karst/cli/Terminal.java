package karst.cli;

import org.jline.nativ.CLibrary;

/** The terminal that a person looks at, if there is one. */
final class Terminal {
  private static final int STANDARD_INPUT = 0;
  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;
  // Where the width is unknown: wide enough for a command line, narrow enough for most screens.
  private static final int USUAL_WIDTH = 120;
  private static final int LEAST_WIDTH = 40;

  private Terminal() {}

  /**
   * Returns whether what is written to standard error appears on a terminal. Standard output may be
   * piped all the same, which {@link System#console()} would not tell apart.
   */
  static boolean showsErrors() {
    return is(STANDARD_ERROR);
  }

  /** Returns whether somebody types what is read from standard input. */
  static boolean readsInput() {
    return is(STANDARD_INPUT);
  }

  private static boolean is(int file) {
    try {
      return CLibrary.isatty(file) != 0;
    } catch (LinkageError | RuntimeException noLibrary) {
      return false;
    }
  }

  /**
   * Returns the number of columns to write into: those of the environment variable {@code COLUMNS},
   * else of the terminal, else 120.
   */
  static int width() {
    int width = fromEnvironment();
    if (width == 0 && System.console() != null) {
      width = ofScreen();
    }
    return width == 0 ? USUAL_WIDTH : Math.max(width, LEAST_WIDTH);
  }

  private static int fromEnvironment() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[1-9]\\d{0,5}") ? Integer.parseInt(columns) : 0;
  }

  private static int ofScreen() {
    try {
      CLibrary.WinSize size = new CLibrary.WinSize();
      boolean known = CLibrary.ioctl(STANDARD_OUTPUT, CLibrary.TIOCGWINSZ, size) == 0;
      return known ? size.ws_col : 0;
    } catch (LinkageError | RuntimeException noLibrary) {
      return 0;
    }
  }
}
