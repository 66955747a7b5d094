package karst.export;

import java.util.List;
import karst.lookup.MatchType;
import org.apache.calcite.rex.RexNode;

/**
 * One column of a lookup's rows that match, in their order.
 *
 * @param table the lookup's table
 * @param ordinal the column that tells the order of its rows
 * @param keys what matches what
 * @param output the column
 * @param caseSensitive whether the case of letters counts
 * @param most how many rows count
 */
public record LookupCall(
    List<String> table,
    String ordinal,
    List<Key> keys,
    String output,
    boolean caseSensitive,
    int most) {
  public LookupCall {
    table = List.copyOf(table);
    keys = List.copyOf(keys);
  }

  /**
   * A column of the lookup and the value that it must match.
   *
   * @param value a text
   */
  public record Key(String column, RexNode value, MatchType type) {}
}
