package karst.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import karst.ast.Argument;
import karst.ast.Pipeline;
import karst.ast.RawCommand;

/** What a subsearch gives is cut off without a word, or a join takes one row of several. */
final class SubsearchLimitRule implements LintRule {
  private static final Set<String> APPENDING = Set.of("append", "appendcols");
  // Behind one of these there are few rows, whatever there was before.
  private static final Set<String> BOUNDING =
      Set.of("head", "top", "rare", "makeresults", "return");

  @Override
  public void check(List<Step> steps, Findings findings) {
    for (Step step : steps) {
      RawCommand raw = step.raw();
      if (raw.name().equals("join")) {
        join(raw, findings);
      } else if (APPENDING.contains(raw.name()) && !has(raw, "maxout") && isUnbounded(raw)) {
        findings.add(
            Lint.SUBSEARCH_LIMIT,
            raw.nameSpan(),
            "`" + raw.name() + "` takes the first 50000 rows of its subsearch and drops the rest",
            "aggregate in the subsearch, or set maxout");
      }
    }
  }

  private static void join(RawCommand raw, Findings findings) {
    if (!has(raw, "max") && !isGroupedByKeys(raw)) {
      findings.add(
          Lint.SUBSEARCH_LIMIT,
          raw.nameSpan(),
          "`join` takes the first row of the subsearch that fits and drops the others",
          "set max=0 for all, or group the subsearch by the joined fields");
    }
  }

  /** Tells whether no two rows of the subsearch agree in the joined fields. */
  private static boolean isGroupedByKeys(RawCommand join) {
    List<String> keys = words(join);
    for (Pipeline subsearch : Subsearches.of(join)) {
      List<String> groups = List.of();
      for (RawCommand command : subsearch.commands()) {
        groups = Grouping.of(command, groups);
      }
      if (groups.isEmpty() || !keys.containsAll(groups)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnbounded(RawCommand command) {
    return Subsearches.of(command).stream()
        .anyMatch(
            subsearch -> subsearch.commands().stream().noneMatch(SubsearchLimitRule::isBounding));
  }

  private static boolean isBounding(RawCommand command) {
    return BOUNDING.contains(command.name())
        || (Grouping.aggregates(command) && Grouping.of(command, List.of()).isEmpty());
  }

  private static boolean has(RawCommand command, String option) {
    return command.arguments().stream()
        .anyMatch(
            argument ->
                argument instanceof Argument.Option written
                    && written.name().equalsIgnoreCase(option));
  }

  private static List<String> words(RawCommand command) {
    List<String> words = new ArrayList<>();
    for (Argument argument : command.arguments()) {
      if (argument instanceof Argument.Word word) {
        words.add(word.text().toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
