package karst.lookup;

import java.util.List;
import java.util.Map;

/**
 * A lookup whose rows a program finds, such as from a service or a database. It may be asked by
 * several threads at once.
 *
 * @param name what searches call it
 * @param fields all of its fields, those to look for and those that are found
 * @param finder finds rows
 */
public record ExternalLookup(String name, List<String> fields, Finder finder) {
  public ExternalLookup {
    fields = List.copyOf(fields);
  }

  /** Finds the rows of a lookup. */
  @FunctionalInterface
  public interface Finder {
    /**
     * Returns the rows that match, the best first; none if there is no match.
     *
     * @param keys some of the fields and their values
     */
    List<Map<String, String>> find(Map<String, String> keys);
  }
}
