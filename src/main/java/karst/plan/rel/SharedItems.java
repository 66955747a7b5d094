package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * A row for each two items that a user has: how many have each, and how many have both.
 *
 * @param user the column of the users
 * @param item the column of the items
 */
public record SharedItems(int user, int item) implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("user", fields.get(user), "item", fields.get(item));
  }
}
