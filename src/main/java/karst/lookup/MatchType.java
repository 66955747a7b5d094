package karst.lookup;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a cell of a lookup matches the value of an event's field (spl-semantics §6.1 lookup). */
public enum MatchType {
  /** The cell is the value. */
  EXACT,
  /** The cell is a pattern in which {@code *} stands for any run of characters. */
  WILDCARD,
  /** The cell is a subnet that the value, an address, is in. */
  CIDR;

  /** Returns the type of a name in any case, or null. */
  static @Nullable MatchType of(String name) {
    return Stream.of(values())
        .filter(type -> type.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  /** Returns the names in lower case. */
  static List<String> names() {
    return Stream.of(values()).map(type -> type.name().toLowerCase(Locale.ROOT)).toList();
  }
}
