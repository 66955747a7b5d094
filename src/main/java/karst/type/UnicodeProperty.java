package karst.type;

import java.util.Set;

/** Escapes such as {@code \p{Lu}} and {@code \P{Greek}}. */
final class UnicodeProperty {
  private static final Set<String> CATEGORIES =
      Set.of(
          "C", "Cc", "Cf", "Cn", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me",
          "Mn", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc",
          "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs");

  private UnicodeProperty() {}

  /** Reads what follows {@code \p} or {@code \P} and returns the Java escape. */
  static String translate(PatternCursor in, boolean negated, int backslash) {
    String name;
    if (in.accept("{")) {
      name = in.readUntil("}", "the property lacks its closing brace", backslash);
    } else if (in.atEnd()) {
      throw new InvalidSyntaxException("expected a property", backslash);
    } else {
      name = Character.toString(in.next());
    }
    boolean circumflex = name.startsWith("^");
    String bare = circumflex ? name.substring(1) : name;
    return (negated != circumflex ? "\\P{" : "\\p{") + java(bare, backslash) + "}";
  }

  private static String java(String name, int backslash) {
    if (CATEGORIES.contains(name)) {
      return name;
    }
    if (name.equals("L&")) {
      return "LC";
    }
    try {
      return "script=" + Character.UnicodeScript.forName(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidSyntaxException("unknown Unicode property `" + name + "`", backslash);
    }
  }
}
