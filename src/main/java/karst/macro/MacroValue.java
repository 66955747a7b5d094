package karst.macro;

import org.jspecify.annotations.Nullable;

/**
 * The value of an expression in a macro.
 *
 * <p>Null is a value of both kinds, because a validation tells them apart: as text, null passes; as
 * a truth value, it fails (spl-semantics §1.5).
 */
public sealed interface MacroValue {
  /** The value of an expression that yields text; null for no value. */
  record Text(@Nullable String value) implements MacroValue {}

  /** The value of a condition; null for unknown. */
  record Truth(@Nullable Boolean value) implements MacroValue {}
}
