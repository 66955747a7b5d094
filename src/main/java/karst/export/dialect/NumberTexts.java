package karst.export.dialect;

/** The texts that SPL takes for numbers, as regular expressions that hold in every dialect. */
final class NumberTexts {
  /** Digits with an optional sign, fraction and exponent. */
  static final String DIGITS = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";

  /** The words for infinity. */
  static final String INFINITY = "[+-]?[iI][nN][fF]([iI][nN][iI][tT][yY])?";

  /** The words for no number at all, which is a number nevertheless. */
  static final String NAN = "[+-]?[nN][aA][nN]";

  private NumberTexts() {}

  /** Returns a pattern of one of several. */
  static String any(String... patterns) {
    return String.join("|", patterns);
  }
}
