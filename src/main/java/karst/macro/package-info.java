/**
 * Macro definitions and their expansion.
 *
 * <p>Expansion is the first stage: a query's text goes in, text without macro calls and comments
 * comes out, with a source map that leads every character back to where it was written. Definitions
 * come from YAML files (one macro a file), from {@code macros.conf} and from those that Karst
 * ships.
 *
 * <p>Depends on {@code karst.source} and {@code karst.yaml}. Expressions of evaluated macros and
 * validations go out through {@link karst.macro.MacroEvaluator}, for expansion comes before parsing
 * and knows no expressions.
 */
@NullMarked
package karst.macro;

import org.jspecify.annotations.NullMarked;
