package karst.macro;

import java.util.ArrayList;
import java.util.List;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceMap;
import karst.source.Span;
import karst.source.SplException;

/** Reads a macro call: a backtick, a name, perhaps arguments in parentheses, a backtick. */
final class MacroCallReader {
  private final SourceMap map;
  private final String text;
  private final int start;
  private final Span nameSpan;

  private MacroCallReader(SourceMap map, int start) {
    this.map = map;
    this.text = map.expanded();
    this.start = start;
    int nameStart = Whitespace.skip(text, start + 1);
    int nameEnd = nameStart;
    while (nameEnd < text.length() && isNamePart(text.charAt(nameEnd))) {
      nameEnd++;
    }
    this.nameSpan = new Span(nameStart, nameEnd);
  }

  /**
   * Returns the call that starts at a backtick.
   *
   * @throws SplException if it is not closed or has no name
   */
  static MacroCall read(SourceMap map, int start) {
    return new MacroCallReader(map, start).read();
  }

  private MacroCall read() {
    if (nameSpan.length() == 0) {
      throw syntaxError("expected the name of a macro after a backtick", start).toException();
    }
    int after = Whitespace.skip(text, nameSpan.end());
    char next = after < text.length() ? text.charAt(after) : '\0';
    return switch (next) {
      case '`' -> call(after, List.of());
      case '(' -> withArguments(after + 1);
      default -> throw notClosed("expected a backtick or `(` after the name");
    };
  }

  private MacroCall withArguments(int first) {
    SourceMap.Builder copy = new SourceMap.Builder();
    int from = first;
    int at = first;
    while (at < text.length() && !closesAt(at)) {
      if (text.charAt(at) == '`') {
        int end = Comments.end(map, at);
        copy.copy(map, new Span(from, at));
        copy.synthetic(" ", map.origin(new Span(at, end)));
        from = end;
        at = end;
      } else if (text.charAt(at) == '"' && QuotedText.closing(text, at) < 0) {
        throw notClosed("a double quote in its arguments is not closed");
      } else {
        at = QuotedText.skip(text, at);
      }
    }
    if (at == text.length()) {
      throw notClosed("expected `)` and a backtick after the arguments");
    }
    copy.copy(map, new Span(from, at));
    SourceMap list = copy.build();
    Span inside = Whitespace.trim(list.expanded(), list.span());
    if (inside.length() == 0 || list.expanded().charAt(inside.end() - 1) != ')') {
      throw syntaxError("expected `)` before the closing backtick", at)
          .label("of macro `" + name() + "`")
          .toException();
    }
    return call(at, split(list, inside.end() - 1));
  }

  /** Just three backticks are a comment; four are the end of the call and a comment after it. */
  private boolean closesAt(int at) {
    return text.charAt(at) == '`'
        && (!Comments.startsAt(text, at) || text.startsWith("`", at + Comments.MARK.length()));
  }

  /** Splits a list at commas outside of quotes and parentheses. */
  private static List<MacroArgument> split(SourceMap list, int end) {
    String text = list.expanded();
    List<MacroArgument> arguments = new ArrayList<>();
    if (text.substring(0, end).isBlank()) {
      return arguments;
    }
    int depth = 0;
    int from = 0;
    int at = 0;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (c == ',' && depth == 0) {
        arguments.add(MacroArgument.read(list, new Span(from, at)));
        from = at + 1;
      }
      at = QuotedText.skip(text, at);
    }
    arguments.add(MacroArgument.read(list, new Span(from, end)));
    return arguments;
  }

  private MacroCall call(int close, List<MacroArgument> arguments) {
    return new MacroCall(new Span(start, close + 1), nameSpan, name(), arguments);
  }

  private String name() {
    return nameSpan.of(text);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "_-.:".indexOf(c) >= 0;
  }

  private Diagnostic syntaxError(String message, int at) {
    return Diagnostic.error(DiagnosticCode.SYNTAX, message).at(map, new Span(at, at + 1));
  }

  private SplException notClosed(String hint) {
    return Diagnostic.error(
            DiagnosticCode.UNTERMINATED, "the call of macro `" + name() + "` is not closed")
        .at(map, new Span(start, nameSpan.end()))
        .hint(hint)
        .toException();
  }
}
