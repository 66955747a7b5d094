package karst;

import java.util.Locale;

/** A stage of compilation that can be explained. */
public enum Stage {
  /** The text after macro expansion. */
  EXPANDED,
  /** The syntax tree. */
  AST,
  /** The commands with all their options, and the notes of binding. */
  BOUND,
  /** The relational plan. */
  PLAN,
  /** The relational plan after optimisation. */
  OPTIMIZED,
  /** The operators. */
  PHYSICAL;

  /** Returns the name as the command line writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
