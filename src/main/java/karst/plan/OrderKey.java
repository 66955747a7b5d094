package karst.plan;

import java.util.List;
import java.util.Locale;

/**
 * A column to sort by. Nulls are last in either direction.
 *
 * @param column its index
 * @param descending whether the largest value comes first
 * @param order how values compare
 */
public record OrderKey(int column, boolean descending, SortOrder order) {
  /** Returns the key with its column's name, as explain shows it. */
  public String describe(List<String> names) {
    String cast = order.name().toLowerCase(Locale.ROOT) + "(" + names.get(column) + ")";
    return cast + (descending ? " DESC" : "");
  }
}
