package karst.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The eval functions that a search may call, by name and alias; case is free.
 *
 * <p>Functions are declared topic by topic. A topic is loaded when a name is asked for that those
 * before it do not have, so that a short run does not wait for what its search never calls.
 */
public final class ScalarFunctionTable {
  private final Queue<Supplier<List<ScalarFunction>>> unread;
  private final List<ScalarFunction> functions = new ArrayList<>();
  private final Map<String, ScalarFunction> byName = new ConcurrentHashMap<>();

  /** Creates a table of the functions of some topics, those first that searches call most. */
  public ScalarFunctionTable(List<Supplier<List<ScalarFunction>>> topics) {
    this.unread = new ArrayDeque<>(topics);
  }

  /**
   * Returns this table with more functions.
   *
   * @throws IllegalArgumentException if two functions share a name
   */
  public ScalarFunctionTable with(List<ScalarFunction> more) {
    List<ScalarFunction> known = functions();
    ScalarFunctionTable table = new ScalarFunctionTable(List.of(() -> known, () -> more));
    table.readAll();
    return table;
  }

  /**
   * Returns the functions in order of declaration.
   *
   * @throws IllegalArgumentException if two functions share a name
   */
  public List<ScalarFunction> functions() {
    readAll();
    return List.copyOf(functions);
  }

  /** Returns the function of a name as a user writes it, or null. */
  public @Nullable ScalarFunction find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    ScalarFunction function = byName.get(lower);
    while (function == null) {
      boolean more = readTopic();
      function = byName.get(lower);
      if (!more) {
        return function;
      }
    }
    return function;
  }

  /** Returns all names and aliases, for suggestions. */
  public List<String> names() {
    return functions().stream().flatMap(function -> names(function).stream()).toList();
  }

  private void readAll() {
    while (readTopic()) {}
  }

  /** Reads the next topic; returns whether there was one. */
  private synchronized boolean readTopic() {
    Supplier<List<ScalarFunction>> topic = unread.poll();
    if (topic == null) {
      return false;
    }
    for (ScalarFunction function : topic.get()) {
      for (String name : names(function)) {
        if (byName.putIfAbsent(name, function) != null) {
          throw new IllegalArgumentException("two functions are called " + name);
        }
      }
      functions.add(function);
    }
    return true;
  }

  private static List<String> names(ScalarFunction function) {
    List<String> names = new ArrayList<>(function.aliases());
    names.add(0, function.name());
    return names;
  }
}
