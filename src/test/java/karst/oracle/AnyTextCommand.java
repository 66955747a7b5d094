package karst.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates the commands that take texts apart, over the columns of a general table. */
final class AnyTextCommand {
  private static final List<String> FIELDS = AnyCommand.FIELDS;

  private AnyTextCommand() {}

  /** Returns the generators by the command's name. */
  static Map<String, Arbitrary<String>> byName() {
    Map<String, Arbitrary<String>> commands = new LinkedHashMap<>();
    commands.put("rex", rexes());
    commands.put("regex", regexes());
    return commands;
  }

  private static Arbitrary<String> rexes() {
    Arbitrary<String> extract =
        Combinators.combine(
                Arbitraries.of(FIELDS),
                Arbitraries.of("(?<y>x)", "(?<s>.)(?<z>y)?", "(?<t>\\d+)|(?<y>\\w)", "^(?<n>x*)"),
                Arbitraries.of("", " max_match=2", " max_match=0", " offset_field=z"))
            .as((field, regex, options) -> "rex field=" + field + " \"" + regex + "\"" + options);
    Arbitrary<String> edit =
        Combinators.combine(
                Arbitraries.of(FIELDS),
                Arbitraries.of("s/x/<&>/", "s/(.)(.)/\\2\\1/g", "s/./_/2", "y/xy/yx/"))
            .as((field, script) -> "rex field=" + field + " mode=sed \"" + script + "\"");
    return Arbitraries.oneOf(extract, edit);
  }

  private static Arbitrary<String> regexes() {
    return Combinators.combine(
            Arbitraries.of(FIELDS),
            Arbitraries.of("=", "!="),
            Arbitraries.of("x", "^\\d", "", "(?i)É|x", "y$"))
        .as((field, sign, regex) -> "regex " + field + sign + "\"" + regex + "\"");
  }
}
