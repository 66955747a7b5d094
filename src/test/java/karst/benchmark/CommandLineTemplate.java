package karst.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line with places to fill in, such as <code>ping -n 2 192.0.2.{byte}</code>. Braces that
 * name no place are text.
 */
final class CommandLineTemplate {
  private static final Pattern PLACE =
      Pattern.compile("\\{(word|number|byte|hex|payload|user|host)\\}");

  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final String[] WORDS = {
    "amber",
    "anchor",
    "atlas",
    "beacon",
    "birch",
    "canal",
    "cedar",
    "cobalt",
    "copper",
    "coral",
    "delta",
    "ember",
    "falcon",
    "fern",
    "garnet",
    "granite",
    "harbor",
    "hazel",
    "heron",
    "indigo",
    "iris",
    "ivory",
    "jasper",
    "juniper",
    "lagoon",
    "larch",
    "lilac",
    "linden",
    "maple",
    "marble",
    "meadow",
    "mosaic",
    "nectar",
    "nickel",
    "oak",
    "onyx",
    "opal",
    "orchid",
    "osprey",
    "pebble",
    "pine",
    "plover",
    "quartz",
    "raven",
    "reed",
    "river",
    "saffron",
    "sage",
    "shale",
    "sierra",
    "slate",
    "spruce",
    "sterling",
    "summit",
    "tamarind",
    "thistle",
    "topaz",
    "tundra",
    "umber",
    "valley",
    "violet",
    "walnut",
    "willow",
    "zephyr"
  };

  /** What goes between two pieces of text. */
  private enum Filling {
    WORD,
    NUMBER,
    BYTE,
    HEX,
    PAYLOAD,
    USER,
    HOST
  }

  private final List<String> texts = new ArrayList<>();
  private final List<Filling> fillings = new ArrayList<>();

  private CommandLineTemplate() {}

  /** Reads a template. */
  static CommandLineTemplate parse(String text) {
    var template = new CommandLineTemplate();
    Matcher place = PLACE.matcher(text);
    int start = 0;
    while (place.find()) {
      template.texts.add(text.substring(start, place.start()));
      template.fillings.add(Filling.valueOf(place.group(1).toUpperCase(Locale.ROOT)));
      start = place.end();
    }
    template.texts.add(text.substring(start));
    return template;
  }

  /** Appends the template, filled in. */
  void append(StringBuilder out, Random random, String user, String host) {
    for (int i = 0; i < fillings.size(); i++) {
      out.append(texts.get(i));
      switch (fillings.get(i)) {
        case WORD -> out.append(word(random));
        case NUMBER -> out.append(random.nextInt(10_000));
        case BYTE -> out.append(random.nextInt(256));
        case HEX -> out.append(Integer.toHexString(random.nextInt() | 0x1000_0000));
        case PAYLOAD -> appendPayload(out, random);
        case USER -> out.append(user);
        case HOST -> out.append(host);
      }
    }
    out.append(texts.get(texts.size() - 1));
  }

  /** Returns some word. */
  static String word(Random random) {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private static void appendPayload(StringBuilder out, Random random) {
    for (int group = 10 + random.nextInt(100); group > 0; group--) {
      long bits = random.nextLong();
      for (int i = 0; i < 8; i++, bits >>>= 6) {
        out.append(BASE64.charAt((int) (bits & 63)));
      }
    }
  }
}
