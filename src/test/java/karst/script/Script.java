package karst.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A script: remarks, settings, macros, tables and queries, in order.
 *
 * @param items the parts
 */
public record Script(List<ScriptItem> items) {
  public Script {
    items = List.copyOf(items);
  }

  /**
   * Reads a script.
   *
   * @throws IllegalArgumentException if it is malformed; the message names the line
   */
  public static Script parse(String text) {
    return ScriptParser.parse(text);
  }

  /** Returns the queries with what they run in. */
  public List<ScriptCase> cases() {
    List<ScriptCase> cases = new ArrayList<>();
    mapQueries(
        (environment, query) -> {
          cases.add(new ScriptCase(environment, query));
          return query;
        });
    return cases;
  }

  /** Returns this script with other queries. */
  Script mapQueries(BiFunction<Environment, ScriptQuery, ScriptQuery> change) {
    Environment environment = Environment.EMPTY;
    List<ScriptItem> changed = new ArrayList<>();
    for (ScriptItem item : items) {
      ScriptItem result = item;
      if (item instanceof ScriptItem.Search search) {
        result = new ScriptItem.Search(change.apply(environment, search.query()));
      } else {
        environment = environment.with(item);
      }
      changed.add(result);
    }
    return new Script(changed);
  }

  /** Returns the text of the script, tables formatted. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (ScriptItem item : items) {
      item.lines().forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }
}
