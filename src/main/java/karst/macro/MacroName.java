package karst.macro;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a macro is found by: macros of one name and different numbers of arguments are different
 * macros (spl-semantics §1.5).
 *
 * @param name the name without arity
 * @param arity the number of arguments
 */
public record MacroName(String name, int arity) implements Comparable<MacroName> {
  private static final Pattern WITH_ARITY = Pattern.compile("(.*)\\((\\d{1,3})\\)", Pattern.DOTALL);
  private static final Comparator<MacroName> ORDER =
      Comparator.comparing(MacroName::name).thenComparingInt(MacroName::arity);

  /** Returns the name that a stanza gives: {@code ctime(1)}, or {@code ctime} for no arguments. */
  public static MacroName parse(String stanza) {
    Matcher matcher = WITH_ARITY.matcher(stanza);
    return matcher.matches()
        ? new MacroName(matcher.group(1).strip(), Integer.parseInt(matcher.group(2)))
        : new MacroName(stanza.strip(), 0);
  }

  @Override
  public int compareTo(MacroName other) {
    return ORDER.compare(this, other);
  }

  /** Returns the name with its arity when it has arguments: {@code ctime(1)}. */
  @Override
  public String toString() {
    return arity == 0 ? name : name + "(" + arity + ")";
  }
}
