package karst.cli;

import java.util.List;
import java.util.regex.Pattern;
import karst.content.TestData;

/** Data in which there is nothing to find: a table, or files of raw events. */
sealed interface BenignBinding {
  /** The name of a table, and what else could be that of a file does not matter. */
  Pattern TABLE = Pattern.compile("\\w+(\\.\\w+)?=.*", Pattern.DOTALL);

  /**
   * A table.
   *
   * @param binding its name and file
   */
  record OfTable(TableBinding binding) implements BenignBinding {}

  /**
   * Events.
   *
   * @param binding their path and fields
   */
  record OfEvents(EventBinding binding) implements BenignBinding {}

  /** Reads {@code NAME=FILE} or {@code PATH[,NAME=VALUE]...}. */
  static BenignBinding parse(String text) {
    return TABLE.matcher(text).matches()
        ? new OfTable(TableBinding.parse(text))
        : new OfEvents(EventBinding.parse(text));
  }

  /**
   * Opens the tables of some data.
   *
   * @throws karst.source.SplException if a file cannot be read
   */
  static TestData data(List<BenignBinding> bindings) {
    return new TestData(
        bindings.stream()
            .filter(OfTable.class::isInstance)
            .map(each -> ((OfTable) each).binding().open())
            .toList(),
        bindings.stream()
            .filter(OfEvents.class::isInstance)
            .map(each -> ((OfEvents) each).binding().input())
            .toList());
  }
}
