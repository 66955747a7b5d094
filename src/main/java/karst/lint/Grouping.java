package karst.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import karst.ast.Argument;
import karst.ast.RawCommand;

/** The fields that an aggregating command groups by. */
final class Grouping {
  private static final Set<String> AGGREGATING = Set.of("stats", "tstats", "chart");

  private Grouping() {}

  /** Returns whether a command makes one row of many. */
  static boolean aggregates(RawCommand command) {
    return AGGREGATING.contains(command.name());
  }

  /**
   * Returns the grouping behind a command, in lower case and without the names of datasets.
   *
   * @param before the grouping before it
   */
  static List<String> of(RawCommand command, List<String> before) {
    if (command.name().equals("dedup")) {
      return words(command.arguments());
    }
    if (!aggregates(command)) {
      return before;
    }
    List<Argument> arguments = command.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Argument.Word word && word.text().equalsIgnoreCase("by")) {
        return words(arguments.subList(i + 1, arguments.size()));
      }
    }
    return List.of();
  }

  private static List<String> words(List<Argument> arguments) {
    List<String> words = new ArrayList<>();
    for (Argument argument : arguments) {
      if (argument instanceof Argument.Word word && !word.text().matches("\\d+")) {
        String name = word.text().toLowerCase(Locale.ROOT);
        words.add(name.substring(name.lastIndexOf('.') + 1));
      }
    }
    return words;
  }
}
