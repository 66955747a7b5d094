package karst.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The eval functions that a search may call, by name and alias; case is free. */
public final class ScalarFunctionTable {
  private final List<ScalarFunction> functions;
  private final Map<String, ScalarFunction> byName = new LinkedHashMap<>();

  /**
   * Creates a table.
   *
   * @throws IllegalArgumentException if two functions share a name
   */
  public ScalarFunctionTable(List<ScalarFunction> functions) {
    this.functions = List.copyOf(functions);
    for (ScalarFunction function : functions) {
      List<String> names = new ArrayList<>(function.aliases());
      names.add(0, function.name());
      for (String name : names) {
        if (byName.putIfAbsent(name, function) != null) {
          throw new IllegalArgumentException("two functions are called " + name);
        }
      }
    }
  }

  /**
   * Returns this table with more functions.
   *
   * @throws IllegalArgumentException if two functions share a name
   */
  public ScalarFunctionTable with(List<ScalarFunction> more) {
    List<ScalarFunction> all = new ArrayList<>(functions);
    all.addAll(more);
    return new ScalarFunctionTable(all);
  }

  /** Returns the functions in order of declaration. */
  public List<ScalarFunction> functions() {
    return functions;
  }

  /** Returns the function of a name as a user writes it, or null. */
  public @Nullable ScalarFunction find(String name) {
    return byName.get(name.toLowerCase(Locale.ROOT));
  }

  /** Returns all names and aliases, for suggestions. */
  public Iterable<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }
}
