package karst.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** Looks at the characters ahead of the lexer; the next one has distance 1. */
final class Lookahead {
  private final CharStream input;

  Lookahead(CharStream input) {
    this.input = input;
  }

  /** Returns the distance of the first character that is no space, from a distance on. */
  int skipSpaces(int distance) {
    int at = distance;
    while (isSpace(input.LA(at))) {
      at++;
    }
    return at;
  }

  /** Returns the next character that is no space, or EOF. */
  int nextVisible() {
    return input.LA(skipSpaces(1));
  }

  /** Returns whether an operator of a search follows, after spaces or none. */
  boolean isComparison(int distance) {
    int at = skipSpaces(distance);
    int next = input.LA(at + 1);
    return switch (input.LA(at)) {
      case '=', '>' -> true;
      case '!' -> next == '=';
      // Not the name `<<FIELD>>` of foreach.
      case '<' -> next != '<';
      default -> false;
    };
  }

  /** Returns the letters, digits and underscores at a distance; empty for none. */
  String word(int distance) {
    int end = distance;
    while (isWordPart(input.LA(end))) {
      end++;
    }
    int from = input.index() + distance - 1;
    return input.getText(Interval.of(from, from + end - distance - 1));
  }

  /** Returns whether the character at a distance is a space, the end, or one of some. */
  boolean isBoundary(int distance, String others) {
    int c = input.LA(distance);
    return c == IntStream.EOF || isSpace(c) || others.indexOf(c) >= 0;
  }

  /**
   * Returns the distance of a closing single quote on the same line, from a distance on; 0 when
   * there is none before a pipe or a double quote.
   */
  int closingQuote(int distance) {
    for (int at = distance; ; at++) {
      switch (input.LA(at)) {
        case '\'' -> {
          return at;
        }
        case IntStream.EOF, '"', '|', '\n' -> {
          return 0;
        }
        default -> {}
      }
    }
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
  }

  private static boolean isWordPart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
