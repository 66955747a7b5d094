package karst.type;

/** Escapes that stand for one character, the same in and out of brackets. */
final class CharacterEscape {
  /** What {@link #read} returns for an escape that is something else. */
  static final int NONE = -1;

  private CharacterEscape() {}

  /**
   * Reads what follows a backslash: moves past it and returns the character if the escape stands
   * for one, else stays and returns {@link #NONE}. A backslash before a character without a meaning
   * of its own makes it literal.
   */
  static int read(PatternCursor in, int backslash) {
    int c = in.peek();
    if (c < 0) {
      throw new InvalidSyntaxException("the pattern ends with a lone backslash", backslash);
    }
    if (c >= '1' && c <= '9' || "AbBCdDEgGhHkKNpPQRsSuUlLvVwWXzZ".indexOf(c) >= 0) {
      return NONE;
    }
    in.next();
    return switch (c) {
      case 'a' -> 0x07;
      case 'e' -> 0x1b;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '0' -> octal("0" + in.readDigits(8, 2), backslash);
      case 'o' -> braced(in, 8, backslash);
      case 'x' -> hexadecimal(in, backslash);
      case 'c' -> control(in, backslash);
      default -> c;
    };
  }

  /** Returns the character of an octal number. */
  static int octal(String digits, int backslash) {
    return codePoint(digits, 8, backslash);
  }

  private static int hexadecimal(PatternCursor in, int backslash) {
    if (in.peek() == '{') {
      return braced(in, 16, backslash);
    }
    String digits = in.readDigits(16, 2);
    return digits.isEmpty() ? 0 : codePoint(digits, 16, backslash);
  }

  private static int braced(PatternCursor in, int base, int backslash) {
    String digits = in.accept("{") ? in.readDigits(base, Integer.MAX_VALUE) : "";
    if (digits.isEmpty() || !in.accept("}")) {
      String kind = base == 8 ? "an octal number" : "a hexadecimal number";
      throw new InvalidSyntaxException("expected " + kind + " in braces", backslash);
    }
    return codePoint(digits, base, backslash);
  }

  private static int control(PatternCursor in, int backslash) {
    if (in.atEnd() || in.peek() >= 0x80) {
      throw new InvalidSyntaxException("expected an ASCII character after \\c", backslash);
    }
    return Character.toUpperCase(in.next()) ^ 0x40;
  }

  private static int codePoint(String digits, int base, int backslash) {
    // Seven digits of either base fit an int, and leading zeros do not count.
    String significant = digits.replaceFirst("^0+(?=.)", "");
    int value = significant.length() > 7 ? Integer.MAX_VALUE : Integer.parseInt(significant, base);
    if (!Character.isValidCodePoint(value)) {
      throw new InvalidSyntaxException("there is no character with this number", backslash);
    }
    return value;
  }
}
