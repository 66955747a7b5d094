package karst.exec.lookup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import karst.lookup.LookupDefinition;
import karst.lookup.TimeMatch;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules of a definition to the matches of an event: how many count, and what fills in
 * (spl-semantics §6.1 lookup).
 */
public final class LookupMatcher {
  /** In place of a row: a match that the definition fills in. */
  public static final int DEFAULT = -1;

  private final LookupDefinition definition;
  private final LookupIndex index;
  private final double[] times;

  /**
   * Creates a matcher.
   *
   * @param times when each row of the lookup is, NaN for never; empty unless rows match by time
   */
  public LookupMatcher(LookupDefinition definition, LookupIndex index, double[] times) {
    this.definition = definition;
    this.index = index;
    this.times = times;
  }

  /**
   * Returns the rows that count for an event. Where it has several values in a key field, each is
   * looked up by itself, and what is found comes one after the other.
   *
   * @param keys the event's key fields
   * @param row the event
   * @param time when the event is, NaN for never
   */
  public int[] match(List<Vector> keys, int row, double time) {
    List<List<String>> inputs = new ArrayList<>();
    collect(keys, row, new ArrayList<>(), inputs);
    IntStream.Builder found = IntStream.builder();
    for (List<String> values : inputs) {
      add(limited(index.rows(values), time), found);
    }
    if (inputs.isEmpty()) {
      // An event that lacks a key matches nothing, which is what a default is for.
      add(new int[0], found);
    }
    return found.build().toArray();
  }

  private static void collect(
      List<Vector> keys, int row, List<String> values, List<List<String>> inputs) {
    int key = values.size();
    if (key == keys.size()) {
      inputs.add(List.copyOf(values));
      return;
    }
    for (String text : LookupIndex.texts(keys.get(key), row)) {
      values.add(text);
      collect(keys, row, values, inputs);
      values.remove(key);
    }
  }

  private int[] limited(int[] rows, double time) {
    @Nullable TimeMatch rule = definition.time();
    IntStream all = IntStream.of(rows);
    if (rule != null) {
      all =
          all.filter(
                  row ->
                      time - times[row] >= rule.minOffset()
                          && time - times[row] <= rule.maxOffset())
              .boxed()
              .sorted(Comparator.comparingDouble((Integer row) -> -times[row]))
              .mapToInt(Integer::intValue);
    }
    return all.limit(definition.maxMatches()).toArray();
  }

  private void add(int[] rows, IntStream.Builder found) {
    IntStream.of(rows).forEach(found::add);
    for (int i = rows.length; i < definition.minMatches(); i++) {
      found.add(DEFAULT);
    }
  }
}
