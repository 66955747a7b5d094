package karst.macro;

import karst.source.SourceMap;
import karst.source.SourceText;

/**
 * Expands the macro calls of a query, and takes out its comments, before the query is parsed
 * (spl-semantics §1.4, §1.5).
 *
 * <p>Expansion is textual, for a macro may open a condition and go on with pipes: a call is
 * replaced by the macro's definition with its arguments put in, and the outcome is expanded again.
 * Nothing happens inside double quotes. A comment becomes one space.
 *
 * <p>Two macros need no definition: {@code comment(1)}, which is empty, and every name without
 * arguments that ends in {@code _filter}, which is {@code search *}; both are so only while the
 * library has no macro of that name.
 */
public final class MacroExpander {
  /** How deep macros may call macros. */
  public static final int MAX_DEPTH = 100;

  /**
   * How many characters all bodies of one expansion may have together, those included that become
   * calls again: many times the longest search, and little enough to fail at once where macros that
   * call each other twice and twice again would fill the memory.
   */
  public static final int MAX_EXPANSION = 1 << 20;

  private final MacroLibrary library;
  private final MacroEvaluator evaluator;

  /** Creates an expander that refuses macros whose definition or validation is an expression. */
  public MacroExpander(MacroLibrary library) {
    this(library, MacroEvaluator.unavailable());
  }

  /** Creates an expander. */
  public MacroExpander(MacroLibrary library, MacroEvaluator evaluator) {
    this.library = library;
    this.evaluator = evaluator;
  }

  /**
   * Returns a query's text without macro calls and comments.
   *
   * @return the text with a map back: text that the query holds, arguments included, leads to its
   *     place there; text of a macro body to the call and the body; a comment and the value of an
   *     evaluated macro as a whole to where they stand
   * @throws karst.source.SplException if a call or comment is not closed, a macro is unknown, calls
   *     itself, is called with wrong arguments, or the text becomes too large; it tells all such
   *     places that were found
   */
  public SourceMap expand(SourceText query) {
    return expand(SourceMap.identity(query));
  }

  /** Expands a query that stands in another text, such as a detection's file, and leads there. */
  public SourceMap expand(SourceMap query) {
    return new Expansion(library, evaluator).run(query);
  }
}
