package karst.export.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.export.ExportRefusal;
import karst.type.SplRegex;

/**
 * A regular expression of SPL in the notation of POSIX with PostgreSQL's escapes, for the collation
 * {@code C}. Whether a text matches is the same question there. What matches is the longest, where
 * Perl takes what it tries first: both are the same where a pattern is anchored on both sides, all
 * of its quantifiers are greedy and it has no choices; others are refused. Case is that of ASCII;
 * the two letters that are others in another case must be replaced before.
 */
final class PosixPattern {
  /** The template of a text without the two letters that are an {@code s} or a {@code k}, too. */
  static final String WITHOUT_OTHER_CASES = "translate({0}, '\u017f\u212a', 'sk')";

  private static final Pattern QUANTIFIER = Pattern.compile("[0-9]{1,2}(,([0-9]{1,2})?)?\\}");

  private static final Pattern FLAGS = Pattern.compile("\\(\\?([is]+)\\)");

  private static final int LAST_ASCII = 0x7F;

  private static final Pattern AMBIGUOUS = Pattern.compile("\\||[*+?}]\\?|\\)[*+?{]");

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private boolean dotAll;
  private int at;

  private PosixPattern(String source) {
    this.source = source;
  }

  /** Returns a pattern that matches the same texts. */
  static String matching(String source) {
    return translate(Re2Pattern.matching(source));
  }

  /** Returns a pattern whose groups match the same parts. */
  static String extracting(String source) {
    requireOneWay(source);
    return translate(Re2Pattern.extracting(source));
  }

  /** Returns a replacement of the same parts by the same. */
  static Re2Pattern.Replacement replacing(String source, String replacement) {
    requireOneWay(source);
    Re2Pattern.Replacement known = Re2Pattern.replacing(source, replacement);
    return new Re2Pattern.Replacement(translate(known.pattern()), known.replacement());
  }

  /** Refuses a pattern that may match a text in more than one way. */
  private static void requireOneWay(String source) {
    SplRegex.compile(source);
    String bare = source.replaceAll("\\\\.", "_").replaceAll("\\[\\^?.[^]]*\\]", "_");
    String body = bare.replaceFirst("^\\(\\?[is]+\\)", "");
    if (!body.startsWith("^") || !body.endsWith("$") || AMBIGUOUS.matcher(body).find()) {
      throw refusal("that may match in several ways");
    }
  }

  /** Returns whether a pattern minds no case. */
  static boolean ignoresCase(String source) {
    Matcher flags = FLAGS.matcher(source);
    return flags.lookingAt() && flags.group(1).contains("i");
  }

  /** What belongs to letters besides the ASCII ones, of which two are one in another case. */
  private void requireAscii() {
    if (source.chars().anyMatch(c -> c > LAST_ASCII)) {
      throw refusal("that minds no case with letters beyond ASCII");
    }
    if (source.contains("\\w") || source.contains("\\W") || source.contains("[:")) {
      throw refusal("that minds no case with `\\w`");
    }
  }

  private static String translate(String source) {
    return new PosixPattern(source).translate();
  }

  private String translate() {
    Matcher flags = FLAGS.matcher(source);
    if (flags.lookingAt()) {
      dotAll = flags.group(1).contains("s");
      at = flags.end();
      if (flags.group(1).contains("i")) {
        requireAscii();
        out.append("(?i)");
      }
    }
    while (at < source.length()) {
      char c = source.charAt(at++);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> characterClass();
        // A dot is any character, which in SPL no line break is.
        case '.' -> out.append(dotAll ? "." : "[^\\n]");
        case '(' -> group();
        case '{' -> {
          if (!QUANTIFIER.matcher(source).region(at, source.length()).lookingAt()) {
            throw refusal("with a brace that is no quantifier");
          }
          out.append(c);
        }
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private void group() {
    if (source.startsWith("?", at) && !source.startsWith("?:", at)) {
      throw refusal("with flags");
    }
    out.append('(');
  }

  private void characterClass() {
    out.append('[');
    int first = source.startsWith("^", at) ? at + 1 : at;
    while (at < source.length()) {
      char c = source.charAt(at++);
      if (c == '\\') {
        escape(true);
      } else if (c == '[' && source.startsWith(":", at)) {
        int end = source.indexOf(":]", at) + 2;
        out.append(c).append(source, at, end);
        at = end;
      } else {
        out.append(c);
        if (c == ']' && at - 1 > first) {
          return;
        }
      }
    }
  }

  private void escape(boolean inClass) {
    char c = source.charAt(at++);
    switch (c) {
      case 'z' -> out.append("\\Z");
      case 'x' -> {
        if (!source.startsWith("0B", at)) {
          throw refusal("with a character by its code");
        }
        at += 2;
        out.append("\\v");
      }
      case 'D', 'W', 'S' -> {
        if (inClass) {
          throw refusal("with `\\" + c + "` in a class of characters");
        }
        out.append('\\').append(c);
      }
      default -> out.append('\\').append(c);
    }
  }

  private static ExportRefusal refusal(String what) {
    return new ExportRefusal("the dialect has no equal of a regular expression " + what);
  }
}
