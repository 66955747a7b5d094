package karst.function.library;

import static karst.type.SplType.STRING;
import static karst.type.SplType.multivalue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.function.Kernels;
import karst.function.ListBuilder;
import karst.function.Row;
import karst.function.ScalarFunction;

/**
 * The names of the commands in the text of a search, in their order, those of its subsearches
 * included. The text need not be a right search: it may come from a log of searches.
 */
final class CommandNames {
  static final ScalarFunction DECLARATION =
      ScalarFunction.named("commands", "Names of the commands in the text of a search")
          .param("search", STRING)
          .returns(multivalue(STRING))
          .example(
              "commands(\"error | stats count by host | sort - count\")", "[search, stats, sort]")
          .example("commands(\"| tstats count | append [search a]\")", "[tstats, append, search]")
          .kernel(Kernels.values(CommandNames::add));

  private CommandNames() {}

  private static void add(Row row, ListBuilder out) {
    of(row.text(0)).forEach(out::add);
  }

  static List<String> of(String search) {
    List<String> names = new ArrayList<>();
    int at = skipSpaces(search, 0);
    if (at < search.length() && search.charAt(at) != '|') {
      // Without a bar the words are those of a search.
      names.add("search");
    }
    while (at < search.length()) {
      switch (search.charAt(at)) {
        case '"' -> at = closing(search, at) + 1;
        case '`' -> at = Math.max(at, search.indexOf('`', at + 1)) + 1;
        // A subsearch begins with a command, with or without a bar.
        case '|', '[' -> at = command(search, at + 1, names);
        default -> at++;
      }
    }
    return names;
  }

  private static int command(String search, int start, List<String> names) {
    int from = skipSpaces(search, start);
    int to = from;
    while (to < search.length() && isLetter(search.charAt(to))) {
      to++;
    }
    if (to > from) {
      names.add(search.substring(from, to).toLowerCase(Locale.ROOT));
    }
    return to;
  }

  private static boolean isLetter(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static int skipSpaces(String search, int start) {
    int at = start;
    while (at < search.length() && Character.isWhitespace(search.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int closing(String search, int quote) {
    int at = quote + 1;
    while (at < search.length() && search.charAt(at) != '"') {
      at += search.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
