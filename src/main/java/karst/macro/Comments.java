package karst.macro;

import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceMap;
import karst.source.Span;
import karst.source.SplException;

/** Comments between triple backticks, which cannot be nested (spl-semantics §1.4). */
final class Comments {
  static final String MARK = "```";

  private Comments() {}

  /** Returns whether a comment starts at an offset that is outside of quotes. */
  static boolean startsAt(String text, int offset) {
    return text.startsWith(MARK, offset);
  }

  /**
   * Returns the offset after the comment that starts at an offset.
   *
   * @throws SplException if it is not closed
   */
  static int end(SourceMap map, int start) {
    int close = map.expanded().indexOf(MARK, start + MARK.length());
    if (close < 0) {
      throw Diagnostic.error(DiagnosticCode.UNTERMINATED, "the comment is not closed")
          .at(map, new Span(start, start + MARK.length()))
          .hint("expected three backticks at its end")
          .toException();
    }
    return close + MARK.length();
  }
}
