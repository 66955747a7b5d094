package karst.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import karst.function.ScalarFunction;
import org.apache.calcite.rex.RexNode;

/** The functions that a dialect has equals of, by SPL's names. */
public final class ScalarRenderings {
  private final Map<String, ScalarRendering> renderings = new LinkedHashMap<>();

  /** Adds a function. */
  public ScalarRenderings with(String name, ScalarRendering rendering) {
    renderings.put(name, rendering);
    return this;
  }

  /** Adds a function as a template over its arguments as the declaration wants them. */
  public ScalarRenderings with(String name, SqlShape shape, String template) {
    return with(
        name,
        arguments -> {
          RexNode[] operands = new RexNode[arguments.size()];
          for (int i = 0; i < operands.length; i++) {
            operands[i] = arguments.declared(i);
          }
          return arguments.sql().call(shape, template, operands);
        });
  }

  /** Adds all functions of another table; its own go before them. */
  public ScalarRenderings withAll(ScalarRenderings others) {
    others.renderings.forEach(renderings::putIfAbsent);
    return this;
  }

  /** Returns the names of the functions. */
  public Set<String> names() {
    return Set.copyOf(renderings.keySet());
  }

  /**
   * Returns what a function is.
   *
   * @throws ExportRefusal if the dialect has no equal
   */
  ScalarRendering of(ScalarFunction function, Dialect dialect) {
    ScalarRendering found = renderings.get(function.name());
    if (found == null) {
      throw dialect.refusal("`" + function.name() + "`");
    }
    return found;
  }
}
