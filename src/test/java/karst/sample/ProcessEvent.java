package karst.sample;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the sample table.
 *
 * @param millis when the process started, in milliseconds since the epoch
 * @param cells the other columns; a column that is absent is null
 */
record ProcessEvent(long millis, Map<ProcessColumn, String> cells) {
  ProcessEvent {
    cells = Map.copyOf(cells);
  }

  /** Returns a row with nothing but its time. */
  static ProcessEvent at(long millis) {
    return new ProcessEvent(millis, Map.of());
  }

  /** Returns the same row with another cell; null leaves it empty. */
  ProcessEvent with(ProcessColumn column, @Nullable String value) {
    var changed = new EnumMap<ProcessColumn, String>(ProcessColumn.class);
    changed.putAll(cells);
    if (value == null) {
      changed.remove(column);
    } else {
      changed.put(column, value);
    }
    return new ProcessEvent(millis, changed);
  }

  /** Returns the same row with some cells empty. */
  ProcessEvent without(ProcessColumn... columns) {
    ProcessEvent changed = this;
    for (ProcessColumn column : columns) {
      changed = changed.with(column, null);
    }
    return changed;
  }

  /** Returns the same row at a later time. */
  ProcessEvent later(long delayMillis) {
    return new ProcessEvent(millis + delayMillis, cells);
  }

  /** Returns the cells in the file's order. */
  List<@Nullable String> values() {
    return Arrays.stream(ProcessColumn.values()).<@Nullable String>map(this::value).toList();
  }

  private @Nullable String value(ProcessColumn column) {
    return column == ProcessColumn.TIME
        ? String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000)
        : cells.get(column);
  }
}
