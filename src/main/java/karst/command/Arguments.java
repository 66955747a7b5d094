package karst.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.ast.RawCommand;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A command's arguments while they are bound: declared options by name, wherever they stood, and a
 * cursor over the rest in order.
 *
 * <p>Faults become diagnostics, and the method goes on with a default.
 */
public final class Arguments {
  private final CommandSyntax<?> syntax;
  private final RawCommand raw;
  private final Diagnostics diagnostics;
  private final Map<String, Argument.Option> options = new LinkedHashMap<>();
  private final List<Argument> positional = new ArrayList<>();
  private int next;

  Arguments(CommandSyntax<?> syntax, RawCommand raw, Diagnostics diagnostics) {
    this.syntax = syntax;
    this.raw = raw;
    this.diagnostics = diagnostics;
    for (Argument argument : raw.arguments()) {
      if (argument instanceof Argument.Option option && syntax.option(option.name()) != null) {
        options.put(option.name().toLowerCase(Locale.ROOT), option);
      } else {
        positional.add(argument);
      }
    }
    noteIgnoredOptions();
  }

  private void noteIgnoredOptions() {
    for (Argument.Option option : options.values()) {
      OptionSpec spec = syntax.option(option.name());
      if (spec != null && !spec.hasEffect()) {
        diagnostics.add(
            Diagnostic.note(
                DiagnosticCode.OPTION_WITHOUT_EFFECT,
                "`" + spec.name() + "` has no effect here: " + spec.summary()),
            option.span());
      }
    }
  }

  /** Returns where the whole command stands. */
  public Span span() {
    return raw.span();
  }

  /** Returns the collector of faults. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Adds an error about an argument. */
  public void error(Span span, String message) {
    diagnostics.add(Diagnostic.error(DiagnosticCode.ARGUMENT, message), span);
  }

  // Options.

  /** Returns whether an option was given. */
  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** Returns where an option stands; the command when it was not given. */
  public Span optionSpan(String option) {
    Argument.Option found = options.get(option);
    return found == null ? raw.span() : found.span();
  }

  /** Returns a boolean option. */
  public boolean bool(String option, boolean defaultValue) {
    String text = text(option, null);
    if (text == null) {
      return defaultValue;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "t", "true", "1", "yes", "y" -> true;
      case "f", "false", "0", "no", "n" -> false;
      default -> {
        badValue(option, text);
        yield defaultValue;
      }
    };
  }

  /** Returns a whole-number option of at least a minimum. */
  public long integer(String option, long defaultValue, long minimum) {
    String text = text(option, null);
    if (text == null) {
      return defaultValue;
    }
    Long value = wholeNumber(text);
    if (value == null) {
      badValue(option, text);
      return defaultValue;
    }
    if (value < minimum) {
      diagnostics.add(
          Diagnostic.error(
              DiagnosticCode.OPTION_VALUE, "`" + option + "` must be at least " + minimum),
          optionSpan(option));
      return defaultValue;
    }
    return value;
  }

  /** Returns an option that is one of the declared words, in lower case. */
  public String choice(String option, String defaultValue) {
    String text = text(option, null);
    OptionSpec spec = syntax.option(option);
    if (text == null || spec == null) {
      return defaultValue;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (spec.choices().contains(lower)) {
      return lower;
    }
    diagnostics.add(
        Diagnostic.error(
                DiagnosticCode.OPTION_VALUE,
                "`" + option + "` must be one of " + String.join(", ", spec.choices()))
            .suggest(text, spec.choices()),
        optionSpan(option));
    return defaultValue;
  }

  /** Returns an option's text as written, without quotes. */
  public @Nullable String text(String option, @Nullable String defaultValue) {
    Argument.Option found = options.get(option);
    if (found == null) {
      return defaultValue;
    }
    if (found.value() instanceof Argument.Word word) {
      return word.text();
    }
    diagnostics.add(
        Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`" + option + "` takes a plain value"),
        found.value().span());
    return defaultValue;
  }

  /** Returns an option's value whatever it is, or null. */
  public @Nullable Argument value(String option) {
    Argument.Option found = options.get(option);
    return found == null ? null : found.value();
  }

  private void badValue(String option, String text) {
    OptionSpec spec = syntax.option(option);
    String expected = spec == null ? "another value" : spec.type().description();
    diagnostics.add(
        Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`" + option + "` cannot be `" + text + "`")
            .label("expected " + expected),
        optionSpan(option));
  }

  /** Returns the whole number that a text is, or null. */
  static @Nullable Long wholeNumber(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  // The cursor.

  /** Returns the next argument that is no option, or null at the end; stays before it. */
  public @Nullable Argument peek() {
    return next < positional.size() ? positional.get(next) : null;
  }

  /** Returns the argument after the next one, or null. */
  public @Nullable Argument peekSecond() {
    return next + 1 < positional.size() ? positional.get(next + 1) : null;
  }

  /** Returns the next argument and moves past it. */
  public @Nullable Argument take() {
    return next < positional.size() ? positional.get(next++) : null;
  }

  /** Moves past any commas. */
  public void skipCommas() {
    while (peek() instanceof Argument.Comma) {
      next++;
    }
  }

  /** Returns whether the next argument is one of some bare keywords, in any case. */
  public boolean atKeyword(String... keywords) {
    if (peek() instanceof Argument.Word word && !word.quoted()) {
      for (String keyword : keywords) {
        if (keyword.equalsIgnoreCase(word.text())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Moves past a bare keyword if it is next, and says whether it was. */
  public boolean takeKeyword(String... keywords) {
    if (atKeyword(keywords)) {
      next++;
      return true;
    }
    return false;
  }

  /** Returns the next argument as a field, or null (with an error) when it is none. */
  public @Nullable FieldName takeField(String what) {
    Argument argument = peek();
    if (argument instanceof Argument.Word word) {
      next++;
      return new FieldName(word.text(), word.span());
    }
    Span span = argument == null ? Span.at(raw.span().end()) : argument.span();
    error(span, "`" + syntax.name() + "` needs " + what + " here");
    if (argument != null) {
      next++;
    }
    return null;
  }

  /**
   * Returns fields up to the end or one of some bare keywords; commas and spaces separate them
   * alike.
   */
  public List<FieldName> takeFields(String... stopKeywords) {
    List<FieldName> fields = new ArrayList<>();
    skipCommas();
    while (peek() instanceof Argument.Word word && !atKeyword(stopKeywords)) {
      next++;
      fields.add(new FieldName(word.text(), word.span()));
      skipCommas();
    }
    return fields;
  }

  /** Reports whatever is left over. */
  public void expectEnd() {
    skipCommas();
    Argument left = peek();
    if (left == null) {
      return;
    }
    if (left instanceof Argument.Option option) {
      List<String> names = syntax.options().stream().map(OptionSpec::name).toList();
      Diagnostic unknown =
          Diagnostic.error(
                  DiagnosticCode.UNKNOWN_OPTION,
                  "`" + syntax.name() + "` has no option `" + option.name() + "`")
              .suggest(option.name(), names);
      if (unknown.hints().isEmpty() && !names.isEmpty()) {
        unknown = unknown.hint("its options are " + String.join(", ", names));
      }
      diagnostics.add(unknown, option.nameSpan());
    } else {
      diagnostics.add(
          Diagnostic.error(
                  DiagnosticCode.ARGUMENT, "`" + syntax.name() + "` does not take this argument")
              .hint("usage: " + syntax.usage()),
          left.span());
    }
    next = positional.size();
  }

  /** Returns the text of a span of the query after expansion. */
  public String sourceText(Span span) {
    return span.of(diagnostics.map().expanded());
  }
}
