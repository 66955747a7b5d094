package karst.cli;

import karst.content.DetectionFilter;
import karst.source.SplException;
import picocli.CommandLine.TypeConversionException;

/**
 * A criterion that chooses detections.
 *
 * @param key what it is about
 * @param pattern what the value has to be
 */
record FilterChoice(String key, String pattern) {

  /** Reads {@code KEY=PATTERN}. */
  static FilterChoice parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new TypeConversionException(
          "expected KEY=PATTERN such as technique=T1059*, not `" + text + "`");
    }
    FilterChoice choice = new FilterChoice(text.substring(0, equals), text.substring(equals + 1));
    try {
      new DetectionFilter().add(choice.key(), choice.pattern());
    } catch (SplException wrong) {
      throw OptionValues.expected(
          "one of " + String.join(", ", DetectionFilter.keyNames()) + " before `=`",
          choice.key(),
          DetectionFilter.keyNames());
    }
    return choice;
  }
}
