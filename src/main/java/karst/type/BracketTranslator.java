package karst.type;

import java.util.Map;

/**
 * Translates a bracketed set of characters. Perl takes {@code [} and {@code &&} in a set literally
 * where Java nests and intersects, and knows POSIX names such as {@code [:alpha:]} where Java does
 * not, so every literal is escaped anew.
 */
final class BracketTranslator {
  /** ASCII ranges rather than Java's properties, whose members ignore {@code (?i)}. */
  private static final Map<String, String> POSIX =
      Map.ofEntries(
          Map.entry("alnum", "0-9A-Za-z"),
          Map.entry("alpha", "A-Za-z"),
          Map.entry("ascii", "\\x00-\\x7f"),
          Map.entry("blank", "\\x20\\t"),
          Map.entry("cntrl", "\\x00-\\x1f\\x7f"),
          Map.entry("digit", "0-9"),
          Map.entry("graph", "\\x21-\\x7e"),
          Map.entry("lower", "a-z"),
          Map.entry("print", "\\x20-\\x7e"),
          Map.entry("punct", "\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e"),
          Map.entry("space", "\\s"),
          Map.entry("upper", "A-Z"),
          Map.entry("word", "\\w"),
          Map.entry("xdigit", "0-9A-Fa-f"));

  private final PatternCursor in;
  private final int open;
  private final StringBuilder out = new StringBuilder("[");

  /** A character that may yet begin a range, or -1. */
  private int pending = -1;

  private BracketTranslator(PatternCursor in, int open) {
    this.in = in;
    this.open = open;
  }

  /** Reads what follows an opening bracket, up to the closing one, and returns the Java set. */
  static String translate(PatternCursor in, int open) {
    return new BracketTranslator(in, open).run();
  }

  private String run() {
    if (in.accept("^")) {
      out.append('^');
    }
    // A closing bracket in first place is a member.
    boolean first = true;
    while (first || in.peek() != ']') {
      if (in.atEnd()) {
        throw new InvalidSyntaxException("missing the closing bracket `]`", open);
      }
      readMember();
      first = false;
    }
    in.next();
    flush();
    return out.append(']').toString();
  }

  private void readMember() {
    int place = in.at();
    int c = in.next();
    if (c == '\\') {
      readEscape(place);
    } else if (c == '[' && isPosix(place)) {
      flush();
      out.append(readPosix(place));
    } else if (c == '-' && pending >= 0 && in.peek() != ']' && readRangeEnd()) {
      pending = -1;
    } else {
      member(c);
    }
  }

  /** Reads the end of a range whose hyphen was just read; else leaves the hyphen a member. */
  private boolean readRangeEnd() {
    int place = in.at();
    int end = in.atEnd() ? -1 : in.next();
    if (end == '\\') {
      end = in.accept("b") ? '\b' : CharacterEscape.read(in, place);
    } else if (end == '[' && isPosix(place)) {
      end = -1;
    }
    if (end < 0) {
      in.moveTo(place);
      return false;
    }
    if (end < pending) {
      throw new InvalidSyntaxException("the range ends before it starts", place);
    }
    out.append(PatternCursor.literal(pending)).append('-').append(PatternCursor.literal(end));
    return true;
  }

  private void readEscape(int backslash) {
    int character = CharacterEscape.read(in, backslash);
    if (character != CharacterEscape.NONE) {
      member(character);
      return;
    }
    int c = in.next();
    switch (c) {
      case 'b' -> member('\b');
      case 'd', 'D', 'w', 'W', 's', 'S', 'h', 'H', 'v', 'V' -> {
        flush();
        out.append('\\').append((char) c);
      }
      case 'p', 'P' -> {
        flush();
        out.append(UnicodeProperty.translate(in, c == 'P', backslash));
      }
      case 'Q' -> readQuoted();
      case 'E' -> {
        // Ends a quotation that never began: nothing.
      }
      case '1', '2', '3', '4', '5', '6', '7' ->
          member(CharacterEscape.octal((char) c + in.readDigits(8, 2), backslash));
      default ->
          throw new InvalidSyntaxException(
              "`\\" + Character.toString(c) + "` cannot stand in brackets", backslash);
    }
  }

  private void readQuoted() {
    while (!in.atEnd() && !in.accept("\\E")) {
      member(in.next());
    }
  }

  private boolean isPosix(int place) {
    int end = in.text.indexOf(":]", place + 2);
    return in.looksAt(":")
        && end > 0
        && in.text.substring(place + 2, end).chars().allMatch(c -> c == '^' || isLetter(c));
  }

  private static boolean isLetter(int c) {
    return c < 0x80 && Character.isLetter(c);
  }

  private String readPosix(int place) {
    in.accept(":");
    boolean negated = in.accept("^");
    String name = in.readUntil(":]", "missing `:]`", place);
    String members = POSIX.get(name);
    if (members == null) {
      throw new InvalidSyntaxException("unknown POSIX class `" + name + "`", place);
    }
    return negated ? "[^" + members + "]" : members;
  }

  private void member(int codePoint) {
    flush();
    pending = codePoint;
  }

  private void flush() {
    if (pending >= 0) {
      out.append(PatternCursor.literal(pending));
      pending = -1;
    }
  }
}
