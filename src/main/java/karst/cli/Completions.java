package karst.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.Engine;
import karst.Stage;
import karst.command.ArgumentKind;
import karst.command.CommandSyntax;
import karst.command.OptionSpec;
import karst.function.AggregateFunction;
import karst.function.ScalarFunction;
import karst.source.SplException;

/**
 * What may be written at a place of a search, by what the engine has: commands, their options,
 * functions, fields, macros, tables.
 */
final class Completions {
  /** Commands whose first argument is a table. */
  private static final Set<String> OF_TABLES =
      Set.of("from", "inputlookup", "lookup", "outputlookup", "union");

  private static final Pattern COMMAND = Pattern.compile("\\s*(\\w+)");
  private static final Pattern OPTION = Pattern.compile("(\\w+)\\s*=\\s*$");

  private final Engine engine;

  Completions(Engine engine) {
    this.engine = engine;
  }

  /**
   * Returns what may stand at a place, in order.
   *
   * @param before the text up to the word that is being written
   */
  SortedSet<String> at(String before) {
    SortedSet<String> words = new TreeSet<>();
    String search = before;
    if (before.isBlank()) {
      words.addAll(ShellCommand.NAMES);
      generating(words);
      return words;
    }
    if (before.stripLeading().startsWith(".")) {
      if (before.strip().equals(ShellCommand.HELP)) {
        words.addAll(new ReferencePages(engine).names(""));
        return words;
      }
      if (!before.stripLeading().startsWith(ShellCommand.EXPLAIN)) {
        return words;
      }
      search = before.stripLeading().substring(ShellCommand.EXPLAIN.length());
      if (search.isBlank()) {
        for (Stage stage : Stage.values()) {
          words.add(stage.label());
        }
        generating(words);
        return words;
      }
    }
    search(search, words);
    return words;
  }

  private void search(String search, SortedSet<String> words) {
    if (search.chars().filter(c -> c == '`').count() % 2 == 1) {
      words.addAll(engine.macros().names());
      return;
    }
    if (isOdd(search, '"')) {
      return;
    }
    int start = commandStart(search);
    String command = search.substring(start);
    if (command.isBlank()) {
      // After a bar or at the start of a subsearch.
      engine.commands().syntaxes().forEach(syntax -> words.add(syntax.name()));
      return;
    }
    Matcher name = COMMAND.matcher(command);
    CommandSyntax<?> syntax = name.lookingAt() ? engine.commands().find(name.group(1)) : null;
    fields(search.substring(0, start), words);
    if (syntax == null) {
      return;
    }
    Matcher option = OPTION.matcher(command);
    OptionSpec spec = option.find() ? syntax.option(option.group(1)) : null;
    if (spec != null) {
      words.clear();
      values(spec, words);
      return;
    }
    arguments(syntax, command, words);
  }

  private void arguments(CommandSyntax<?> syntax, String command, SortedSet<String> words) {
    syntax.options().forEach(option -> words.add(option.name() + "="));
    if (OF_TABLES.contains(syntax.name())) {
      words.addAll(engine.tables());
    }
    if (command.matches("(?is).*\\bdatamodel\\s*[=:]\\s*")) {
      words.clear();
      datasets(words);
      return;
    }
    boolean expression =
        syntax.argumentKind() == ArgumentKind.EXPRESSION
            || syntax.argumentKind() == ArgumentKind.ASSIGNMENTS
            || command.matches("(?is).*\\beval\\s*\\([^)]*");
    if (expression) {
      for (ScalarFunction function : engine.functions().functions()) {
        words.add(function.name() + "(");
      }
    } else if (syntax.usage().contains("<aggregation>")) {
      for (AggregateFunction function : engine.aggregates().functions()) {
        words.add(function.name() + (function.numberInName() ? "" : "("));
      }
    }
    if (syntax.usage().contains("BY <field>")) {
      words.add("BY");
    }
    if (syntax.usage().contains("FROM datamodel=")) {
      words.add("datamodel=");
      words.add("WHERE");
    }
  }

  /** The datasets that have a table. */
  private void datasets(SortedSet<String> words) {
    engine.tables().stream().filter(name -> name.indexOf('.') > 0).forEach(words::add);
  }

  private static void values(OptionSpec option, SortedSet<String> words) {
    switch (option.type()) {
      case BOOLEAN -> words.addAll(List.of("true", "false"));
      case ENUM -> words.addAll(option.choices());
      case INTEGER, NUMBER, TEXT, SPAN, FIELD -> {}
    }
  }

  private void generating(SortedSet<String> words) {
    for (CommandSyntax<?> syntax : engine.commands().syntaxes()) {
      if (syntax.generating()) {
        words.add("| " + syntax.name());
      }
    }
  }

  /** The columns that the search before has, as far as they are known without data. */
  private void fields(String before, SortedSet<String> words) {
    String search = before.strip();
    search = search.endsWith("|") ? search.substring(0, search.length() - 1) : search;
    if (search.isBlank()) {
      return;
    }
    try {
      words.addAll(engine.prepare(search).columns().names());
    } catch (SplException unfinished) {
      // No field is known then.
    }
  }

  /** Where the command begins that the end of the text is in: after its bar or bracket. */
  private static int commandStart(String search) {
    int start = 0;
    boolean quoted = false;
    List<Integer> outer = new ArrayList<>();
    for (int at = 0; at < search.length(); at++) {
      switch (search.charAt(at)) {
        case '\\' -> at++;
        case '"' -> quoted = !quoted;
        case '|' -> start = quoted ? start : at + 1;
        case '[' -> {
          if (!quoted) {
            outer.add(start);
            start = at + 1;
          }
        }
        case ']' -> {
          if (!quoted && !outer.isEmpty()) {
            start = outer.remove(outer.size() - 1);
          }
        }
        default -> {}
      }
    }
    return start;
  }

  private static boolean isOdd(String text, char sign) {
    boolean odd = false;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == sign) {
        odd = !odd;
      }
    }
    return odd;
  }
}
