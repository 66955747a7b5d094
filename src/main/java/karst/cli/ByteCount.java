package karst.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes.
 *
 * @param bytes at least 1
 */
record ByteCount(long bytes) {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,15})\\s*([kmgt]?)b?");

  /** Reads a size such as {@code 512m}. */
  static ByteCount parse(String text) {
    Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      int shift = matcher.group(2).isEmpty() ? 0 : 10 * (1 + "kmgt".indexOf(matcher.group(2)));
      if (number > 0 && number <= Long.MAX_VALUE >> shift) {
        return new ByteCount(number << shift);
      }
    }
    throw OptionValues.expected("a size such as 512m or 2g", text, List.of());
  }
}
