package karst.type;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of time zones in text. An abbreviation is an offset, not a place: {@code EST} is five hours
 * behind in summer, too. Of the places that share one, the most populous English-speaking counts.
 */
final class ZoneAbbreviations {
  private static final Map<String, ZoneOffset> OFFSETS = new HashMap<>();

  static {
    put(0, "UTC", "GMT", "UCT", "Z", "WET");
    put(1, "CET", "BST", "WEST");
    put(2, "CEST", "EET", "SAST");
    put(3, "EEST", "MSK");
    put(-10, "HST");
    put(-9, "AKST");
    put(-8, "AKDT", "PST");
    put(-7, "PDT", "MST");
    put(-6, "MDT", "CST");
    put(-5, "CDT", "EST");
    put(-4, "EDT", "AST");
    put(-3, "ADT", "BRT");
    put(5.5, "IST");
    put(8, "AWST", "HKT", "SGT");
    put(9, "JST", "KST");
    put(9.5, "ACST");
    put(10, "AEST");
    put(10.5, "ACDT");
    put(11, "AEDT");
    put(12, "NZST");
    put(13, "NZDT");
  }

  private ZoneAbbreviations() {}

  private static void put(double hours, String... names) {
    for (String name : names) {
      OFFSETS.put(name, ZoneOffset.ofTotalSeconds((int) (hours * 3600)));
    }
  }

  /** Returns whether a zone's name may hold a character. */
  static boolean isPart(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "/_+-".indexOf(c) >= 0);
  }

  /** Returns the zone of an abbreviation, or of a name such as {@code Europe/Berlin}; else null. */
  static @Nullable ZoneId find(String name) {
    ZoneOffset offset = OFFSETS.get(name.toUpperCase(Locale.ROOT));
    if (offset != null) {
      return offset;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
