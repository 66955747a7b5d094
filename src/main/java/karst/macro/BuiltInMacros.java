package karst.macro;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The macros that exist without a definition. */
final class BuiltInMacros {
  private static final String FILTER_SUFFIX = "_filter";

  private static final MacroDefinition COMMENT = MacroDefinition.of("comment", List.of("text"), "");

  private BuiltInMacros() {}

  /**
   * Returns the macro for a name that is defined nowhere, or null when the name means none.
   *
   * <p>{@code comment(1)} is how comments were written before triple backticks (spl-semantics
   * §1.4). A detection ends in a filter of its own name, which is there for its users to define and
   * until then keeps every row (§8.2).
   */
  static @Nullable MacroDefinition find(MacroName name) {
    if (name.compareTo(COMMENT.signature()) == 0) {
      return COMMENT;
    }
    return name.arity() == 0 && name.name().endsWith(FILTER_SUFFIX)
        ? MacroDefinition.of(name.name(), List.of(), "search *")
        : null;
  }
}
