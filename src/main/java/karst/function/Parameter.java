package karst.function;

import java.util.function.Consumer;
import karst.type.SplType;

/**
 * A parameter of a function.
 *
 * @param name for documentation and messages
 * @param type what the kernel wants; arguments are coerced to it
 * @param optional whether it may be left out
 * @param check throws {@link karst.type.InvalidSyntaxException} for a text that the function cannot
 *     understand, such as a wrong pattern; the planner calls it on literals, so that the fault is
 *     told where it stands
 */
public record Parameter(String name, SplType type, boolean optional, Consumer<String> check) {
  Parameter(String name, SplType type, boolean optional) {
    this(name, type, optional, text -> {});
  }
}
