package karst.command;

import karst.ast.FieldName;

/** Patterns of fields and the names made from them, where star stands for star. */
final class Wildcards {
  private Wildcards() {}

  /** Returns the number of stars in a name. */
  static int stars(String name) {
    return (int) name.chars().filter(c -> c == '*').count();
  }

  /** Reports a new name whose stars are not as many as those of the field (spl-semantics §4.3). */
  static void checkSameStars(Arguments arguments, String pattern, FieldName name) {
    int before = stars(pattern);
    int after = stars(name.name());
    if (before != after) {
      arguments.error(
          name.span(),
          "`"
              + pattern
              + "` has "
              + count(before)
              + " and `"
              + name.name()
              + "` has "
              + count(after),
          "each star of the new name stands for the star at the same place in the old one");
    }
  }

  private static String count(int stars) {
    return switch (stars) {
      case 0 -> "no star";
      case 1 -> "one star";
      default -> stars + " stars";
    };
  }
}
