package karst.type;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Translates a Perl-compatible pattern to java.util.regex (spl-semantics §1.3). What means the same
 * in both is copied; named groups become numbered ones, since Java's names know no underscore; and
 * what Java cannot do is refused at its place.
 */
final class PcreTranslator {
  /** PCRE's own limit of a repetition. */
  private static final int MAX_REPETITION = 65_535;

  /** ASCII word boundary: Java's own knows other letters, or not, depending on its version. */
  private static final String WORD_BOUNDARY = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";

  private static final String NO_WORD_BOUNDARY = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";

  private final PatternCursor in;
  private final JavaPattern.Builder out = new JavaPattern.Builder();
  private final Deque<OpenGroup> open = new ArrayDeque<>();
  private int place;

  /** Whether the pattern may hold spaces and comments here: {@code (?x)}. */
  private boolean extended;

  /** Whether there is something that a quantifier can repeat. */
  private boolean repeatable;

  private record OpenGroup(int place, boolean extended) {}

  private PcreTranslator(String pattern) {
    in = new PatternCursor(pattern);
  }

  /**
   * Translates a pattern.
   *
   * @throws InvalidSyntaxException if it is wrong, or needs what Java cannot do
   */
  static JavaPattern translate(String pattern) {
    return new PcreTranslator(pattern).run();
  }

  private JavaPattern run() {
    while (!in.atEnd()) {
      place = in.at();
      readItem(in.next());
    }
    if (!open.isEmpty()) {
      throw new InvalidSyntaxException(
          "missing the closing parenthesis `)`", open.getFirst().place());
    }
    return out.build();
  }

  private void readItem(int c) {
    switch (c) {
      case '\\' -> readEscape();
      case '[' -> readBracket();
      case '(' -> readOpen();
      case ')' -> readClose();
      case '|' -> {
        emit("|");
        repeatable = false;
      }
      case '^', '$', '.' -> atom(Character.toString(c));
      case '*', '+', '?' -> quantifier(Character.toString(c));
      case '{' -> readBrace();
      default -> {
        if (extended && c < 0x80 && Character.isWhitespace(c)) {
          return;
        }
        if (extended && c == '#') {
          int end = in.text.indexOf('\n', place);
          in.moveTo(end < 0 ? in.text.length() : end + 1);
          return;
        }
        literal(c);
      }
    }
  }

  private void readBracket() {
    if (in.text.startsWith(":", in.at())
        && in.text.substring(place).matches("(?s)\\[:\\^?[a-z]+:].*")) {
      throw new InvalidSyntaxException("a POSIX class stands in brackets: `[[:name:]]`", place);
    }
    atom(BracketTranslator.translate(in, place));
  }

  /** Reads what follows an opening brace: a quantifier's bounds, or else the brace is literal. */
  private void readBrace() {
    int after = in.at();
    String least = in.readDigits(10, Integer.MAX_VALUE);
    boolean comma = in.accept(",");
    String most = comma ? in.readDigits(10, Integer.MAX_VALUE) : least;
    if (least.isEmpty() || !in.accept("}")) {
      in.moveTo(after);
      literal('{');
      return;
    }
    int from = bound(least);
    int to = most.isEmpty() ? MAX_REPETITION : bound(most);
    if (to < from) {
      throw new InvalidSyntaxException("the repetition's bounds are in the wrong order", place);
    }
    quantifier(in.text.substring(place, in.at()));
  }

  private int bound(String digits) {
    int value = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (value > MAX_REPETITION) {
      throw new InvalidSyntaxException(
          "cannot repeat more than " + MAX_REPETITION + " times", place);
    }
    return value;
  }

  private void quantifier(String text) {
    if (!repeatable) {
      throw new InvalidSyntaxException("there is nothing that `" + text + "` could repeat", place);
    }
    emit(text);
    if (in.accept("?")) {
      emit("?");
    } else if (in.accept("+")) {
      emit("+");
    }
    repeatable = false;
  }

  private void readEscape() {
    int character = CharacterEscape.read(in, place);
    if (character != CharacterEscape.NONE) {
      literal(character);
      return;
    }
    int c = in.next();
    switch (c) {
      case 'd', 'D', 'w', 'W', 's', 'S', 'h', 'H', 'v', 'V', 'R', 'X', 'A', 'G', 'Z', 'z' ->
          atom("\\" + (char) c);
      case 'b' -> atom(WORD_BOUNDARY);
      case 'B' -> atom(NO_WORD_BOUNDARY);
      case 'N' -> atom("[^\\n]");
      case 'p', 'P' -> atom(UnicodeProperty.translate(in, c == 'P', place));
      case 'Q' -> {
        while (!in.atEnd() && !in.accept("\\E")) {
          literal(in.next());
        }
      }
      case 'E' -> {
        // Ends a quotation that never began: nothing.
      }
      case 'k' -> namedReference(readDelimited("\\k"));
      case 'g' -> readGroupReference();
      case 'K' -> throw unsupported("`\\K`, which moves the start of the match,");
      case 'C' -> throw unsupported("`\\C`, a single byte,");
      case 'u', 'U', 'l', 'L' -> throw unsupported("`\\" + (char) c + "`");
      default -> readNumber();
    }
  }

  /** Reads {@code \1}, or an octal character when there are not that many groups before. */
  private void readNumber() {
    in.moveTo(place + 1);
    String digits = in.readDigits(10, 9);
    int number = Integer.parseInt(digits);
    if (number < 10 || number <= out.groupCount() || digits.charAt(0) > '7') {
      reference(number);
      return;
    }
    in.moveTo(place + 1);
    literal(CharacterEscape.octal(in.readDigits(8, 3), place));
  }

  private void readGroupReference() {
    if (in.looksAt("<") || in.looksAt("'")) {
      throw unsupported("a call of a group by `\\g<...>`");
    }
    boolean braced = in.accept("{");
    boolean relative = in.accept("-");
    String digits = in.readDigits(10, 9);
    if (digits.isEmpty() && braced && !relative) {
      String name = in.readName();
      close("}", "\\g");
      namedReference(name);
      return;
    }
    if (digits.isEmpty()) {
      throw new InvalidSyntaxException("expected a group's number or name after \\g", place);
    }
    if (braced) {
      close("}", "\\g");
    }
    int number = Integer.parseInt(digits);
    int group = relative ? out.groupCount() - number + 1 : number;
    if (group < 1) {
      throw new InvalidSyntaxException("there is no group so far back", place);
    }
    reference(group);
  }

  private String readDelimited(String what) {
    String closing = in.accept("<") ? ">" : in.accept("'") ? "'" : in.accept("{") ? "}" : "";
    if (closing.isEmpty()) {
      throw new InvalidSyntaxException("expected a group's name after " + what, place);
    }
    String name = in.readName();
    close(closing, what);
    return name;
  }

  private void close(String closing, String what) {
    if (!in.accept(closing)) {
      throw new InvalidSyntaxException("expected `" + closing + "` after " + what, in.at());
    }
  }

  private void namedReference(String name) {
    out.refer(name, place);
    repeatable = true;
  }

  private void reference(int group) {
    out.refer(group, place);
    repeatable = true;
  }

  private void readOpen() {
    boolean outer = extended;
    if (in.peek() == '*') {
      throw unsupported("a verb such as `(*SKIP)`");
    }
    if (!in.accept("?")) {
      out.beginCapture(place);
      opened(outer);
      return;
    }
    for (String same : List.of(":", "=", "!", "<=", "<!", ">")) {
      if (in.accept(same)) {
        openGroup("(?" + same, outer);
        return;
      }
    }
    if (in.accept("#")) {
      in.readUntil(")", "the comment lacks its closing parenthesis", place);
    } else if (in.accept("P=")) {
      String name = in.readName();
      close(")", "the group's name");
      namedReference(name);
    } else if (in.accept("P<") || in.accept("<")) {
      named(">", outer);
    } else if (in.accept("'")) {
      named("'", outer);
    } else {
      refuseUnsupportedGroup();
      readFlags(outer);
    }
  }

  private void named(String closing, boolean outer) {
    int nameAt = in.at();
    String name = in.readName();
    if (!in.looksAt(closing)) {
      throw new InvalidSyntaxException(
          "a group's name has letters, digits and underscores only", in.at());
    }
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      throw new InvalidSyntaxException("a group's name starts with a letter or underscore", nameAt);
    }
    in.accept(closing);
    out.beginCapture(name, nameAt, place);
    opened(outer);
  }

  private void refuseUnsupportedGroup() {
    int c = in.peek();
    if (c == '(') {
      throw unsupported("a condition `(?(...)...)`");
    }
    if (c == '|') {
      throw unsupported("a branch reset `(?|...)`");
    }
    boolean relative = c == '-' && in.text.substring(in.at() + 1).matches("(?s)\\d.*");
    if (c == 'R' || c == '&' || c == '+' || relative || c >= '0' && c <= '9' || in.looksAt("P>")) {
      throw unsupported("recursion into a group");
    }
  }

  /** Reads {@code (?i)}, {@code (?i-s)} or {@code (?i:}; {@code x} is undone here. */
  private void readFlags(boolean outer) {
    StringBuilder on = new StringBuilder();
    StringBuilder off = new StringBuilder();
    boolean negative = false;
    if (in.accept("^")) {
      off.append("ims");
      extended = false;
    }
    while (!in.looksAt(")") && !in.looksAt(":")) {
      int flagAt = in.at();
      int c = in.atEnd() ? -1 : in.next();
      switch (c) {
        case '-' -> negative = true;
        case 'i', 'm', 's' -> (negative ? off : on).append((char) c);
        case 'x' -> extended = !negative;
        case -1 -> throw new InvalidSyntaxException("missing the closing parenthesis `)`", place);
        case 'J', 'U', 'n' -> throw unsupported("the option `" + (char) c + "`");
        default ->
            throw new InvalidSyntaxException(
                "unknown group option `" + Character.toString(c) + "`", flagAt);
      }
    }
    String flags = on + (off.isEmpty() ? "" : "-" + off);
    if (in.accept(":")) {
      openGroup("(?" + flags + ":", outer);
    } else {
      in.accept(")");
      emit(flags.isEmpty() ? "" : "(?" + flags + ")");
    }
  }

  private void openGroup(String text, boolean outerExtended) {
    emit(text);
    opened(outerExtended);
  }

  private void opened(boolean outerExtended) {
    open.push(new OpenGroup(place, outerExtended));
    repeatable = false;
  }

  private void readClose() {
    if (open.isEmpty()) {
      throw new InvalidSyntaxException("unmatched closing parenthesis `)`", place);
    }
    extended = open.pop().extended();
    atom(")");
  }

  private void literal(int codePoint) {
    atom(PatternCursor.literal(codePoint));
  }

  private void atom(String text) {
    emit(text);
    repeatable = true;
  }

  private void emit(String text) {
    out.emit(text, place);
  }

  private InvalidSyntaxException unsupported(String what) {
    return new InvalidSyntaxException(what + " is not supported", place);
  }
}
