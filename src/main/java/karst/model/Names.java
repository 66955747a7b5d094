package karst.model;

import java.util.regex.Pattern;

/** What names in a model file may look like. */
final class Names {
  /** A dot would make a reference to a dataset ambiguous. */
  private static final Pattern NAME = Pattern.compile("\\w+");

  /** What eval reads as one field without quotes. */
  private static final Pattern BARE_FIELD = Pattern.compile("[A-Za-z_]\\w*");

  /** A field's name may hold dots, braces and dashes, but nothing that ends a quoted name. */
  private static final Pattern FIELD = Pattern.compile("[^\\s'\"\\\\]+");

  private Names() {}

  /** Returns whether a text can name a model or a dataset. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Returns whether a text can name a field. */
  static boolean isField(String name) {
    return FIELD.matcher(name).matches();
  }

  /** Returns an eval expression that is a field's value. */
  static String reference(String field) {
    return BARE_FIELD.matcher(field).matches() ? field : "'" + field + "'";
  }
}
