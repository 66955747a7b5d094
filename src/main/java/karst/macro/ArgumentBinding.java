package karst.macro;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.source.SourceMap;

/** Gives the arguments of a call to the parameters of a macro. */
final class ArgumentBinding {
  private ArgumentBinding() {}

  /**
   * Returns the arguments by parameter, in the parameters' order. They are taken by name when the
   * names of all of them are just the parameters, else by position: so {@code m(a=1)} has a named
   * argument if {@code a} is the parameter, and the text {@code a=1} if not.
   */
  static Map<String, SourceMap> bind(List<String> parameters, List<MacroArgument> arguments) {
    Map<String, SourceMap> named = new HashMap<>();
    for (MacroArgument argument : arguments) {
      if (argument.name() != null && argument.value() != null) {
        named.put(argument.name(), argument.value());
      }
    }
    boolean byName = named.keySet().equals(Set.copyOf(parameters));
    Map<String, SourceMap> bound = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.get(i);
      SourceMap byPosition = arguments.get(i).text();
      bound.put(parameter, byName ? named.getOrDefault(parameter, byPosition) : byPosition);
    }
    return bound;
  }
}
