package karst.oracle;

import java.util.List;

/**
 * A generated search over a generated table.
 *
 * @param source what makes the rows, such as {@code from t}
 * @param commands those that follow
 */
record Sample(TestTable table, String source, List<String> commands) {
  Sample {
    commands = List.copyOf(commands);
  }

  /** Returns the search. */
  String spl() {
    return with("");
  }

  /** Returns the search with more commands behind it, each after a pipe. */
  String with(String more) {
    StringBuilder spl = new StringBuilder("| ").append(source);
    commands.forEach(command -> spl.append(" | ").append(command));
    return spl.append(more.isEmpty() ? "" : " " + more).toString();
  }

  /** Returns the sample as a test script, for a falsified law to print. */
  @Override
  public String toString() {
    return "\n" + table.script() + "\nquery: falsifies the law\n" + spl() + "\n---- rows\n";
  }
}
