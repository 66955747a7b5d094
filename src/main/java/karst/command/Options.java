package karst.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.Numbers;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * The declared options of a command while it is bound. An option that was not given has the default
 * of its declaration, and so does one whose value is wrong: then an error is among the diagnostics.
 */
public final class Options {
  private final CommandSyntax<?> syntax;
  private final Diagnostics diagnostics;
  private final Map<String, Argument.Option> given = new LinkedHashMap<>();

  Options(CommandSyntax<?> syntax, Diagnostics diagnostics) {
    this.syntax = syntax;
    this.diagnostics = diagnostics;
  }

  /** Keeps an option if the command declares it, and says whether it does. */
  boolean keep(Argument.Option option) {
    OptionSpec spec = syntax.option(option.name());
    if (spec == null) {
      return false;
    }
    if (given.put(spec.name(), option) != null) {
      diagnostics.add(
          Diagnostic.warning(
              DiagnosticCode.ARGUMENT, "`" + spec.name() + "` is given twice; the last one counts"),
          option.nameSpan());
    }
    return true;
  }

  /** Checks the values of the options that are accepted without effect, and notes that. */
  void noteWithoutEffect() {
    for (String name : given.keySet()) {
      OptionSpec spec = spec(name);
      if (!spec.hasEffect()) {
        diagnostics.add(
            Diagnostic.note(
                DiagnosticCode.OPTION_WITHOUT_EFFECT,
                "`" + name + "` has no effect here: " + spec.summary()),
            span(name));
        check(spec);
      }
    }
  }

  /** Returns an option's text after checking it; the default when none was given. */
  String checkedText(OptionSpec spec) {
    check(spec);
    return spec.type() == OptionSpec.Type.BOOLEAN
        ? Boolean.toString(bool(spec.name()))
        : text(spec.name());
  }

  private void check(OptionSpec spec) {
    switch (spec.type()) {
      case BOOLEAN -> bool(spec.name());
      case INTEGER -> integer(spec.name(), Long.MIN_VALUE);
      case SPAN -> timeSpan(spec.name());
      case ENUM -> choice(spec.name());
      case NUMBER -> number(spec.name());
      case TEXT, FIELD -> textOrNull(spec.name());
    }
  }

  /** Returns whether an option was given. */
  public boolean has(String option) {
    return given.containsKey(option);
  }

  /** Returns where a given option stands. */
  public Span span(String option) {
    Argument.Option found = given.get(option);
    if (found == null) {
      throw new IllegalStateException("`" + option + "` was not given");
    }
    return found.span();
  }

  /** Returns a boolean option (spl-semantics §1.6). */
  public boolean bool(String option) {
    String text = textOrNull(option);
    Boolean value = text == null ? null : truth(text);
    if (value != null) {
      return value;
    }
    if (text != null) {
      reject(option, text);
    }
    return Boolean.TRUE.equals(truth(spec(option).defaultText()));
  }

  private static @Nullable Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "t", "true", "1" -> true;
      case "f", "false", "0" -> false;
      default -> null;
    };
  }

  /** Returns a whole-number option of at least a minimum. */
  public long integer(String option, long minimum) {
    String text = textOrNull(option);
    Long value = text == null ? null : wholeNumber(text);
    if (value != null && value >= minimum) {
      return value;
    }
    if (value != null) {
      diagnostics.add(
          Diagnostic.error(
              DiagnosticCode.OPTION_VALUE, "`" + option + "` must be at least " + minimum),
          span(option));
    } else if (text != null) {
      reject(option, text);
    }
    Long fallback = wholeNumber(spec(option).defaultText());
    return fallback == null ? minimum : fallback;
  }

  /** Returns an option that is a number, or null when none or a wrong one is given. */
  public @Nullable Double number(String option) {
    String text = textOrNull(option);
    if (text == null) {
      return null;
    }
    double number = Numbers.parseOrNaN(text);
    if (Double.isNaN(number)) {
      reject(option, text);
      return null;
    }
    return number;
  }

  /** Returns an option that is a number in a range, or its default. */
  public double number(String option, double minimum, double maximum) {
    Double number = number(option);
    if (number != null && number >= minimum && number <= maximum) {
      return number;
    }
    if (number != null) {
      String range =
          maximum == Double.MAX_VALUE
              ? "at least " + Numbers.format(minimum)
              : "from " + Numbers.format(minimum) + " to " + Numbers.format(maximum);
      diagnostics.add(
          Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`" + option + "` must be " + range),
          span(option));
    }
    return Numbers.parseOrNaN(spec(option).defaultText());
  }

  /** Returns an option that is the name of a field, or null when none or a wrong one is given. */
  public @Nullable FieldName field(String option) {
    String text = textOrNull(option);
    if (text != null && text.indexOf('*') >= 0) {
      diagnostics.add(
          Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`" + option + "` takes no wildcards"),
          span(option));
    }
    return text == null ? null : new FieldName(text, span(option));
  }

  /** Adds a finding about an option. */
  void report(Diagnostic diagnostic, Span place) {
    diagnostics.add(diagnostic, place);
  }

  /** Returns an option that is one of the declared words, in lower case. */
  public String choice(String option) {
    String text = textOrNull(option);
    OptionSpec spec = spec(option);
    if (text == null) {
      return spec.defaultText();
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
        span(option));
    return spec.defaultText();
  }

  /**
   * Returns the text of an option that is a time span, or null when none or a wrong one is given.
   */
  public @Nullable String timeSpan(String option) {
    String text = textOrNull(option);
    if (text == null) {
      return null;
    }
    try {
      TimeSpan.parse(text);
      return text;
    } catch (InvalidSyntaxException e) {
      diagnostics.add(
          Diagnostic.error(DiagnosticCode.BAD_TIME, "`" + text + "` is no time span")
              .label(String.valueOf(e.getMessage()))
              .hint("a span is a number and a unit, such as 30s, 5m, 1h, 1d or 1mon"),
          span(option));
      return null;
    }
  }

  /** Returns an option's text without quotes; the default when it was not given. */
  public String text(String option) {
    String text = textOrNull(option);
    return text == null ? spec(option).defaultText() : text;
  }

  /** Returns an option's text without quotes, or null when it was not given. */
  public @Nullable String textOrNull(String option) {
    Argument.Option found = given.get(option);
    if (found == null) {
      return null;
    }
    if (found.value() instanceof Argument.Word word) {
      return word.text();
    }
    diagnostics.add(
        Diagnostic.error(
                DiagnosticCode.OPTION_VALUE, "`" + option + "` takes a plain word or a quoted text")
            .label("expected " + spec(option).type().description()),
        found.value().span());
    return null;
  }

  /** Returns the value of an option as it is written, or null when it was not given. */
  public @Nullable Argument value(String option) {
    Argument.Option found = given.get(option);
    return found == null ? null : found.value();
  }

  /** Returns an option that is an eval expression, or null when it was not given. */
  public @Nullable EvalOption expression(String option) {
    Argument.Option found = given.get(option);
    if (found == null) {
      return null;
    }
    Argument value = found.value();
    if (value instanceof Argument.Call call
        && call.name().equalsIgnoreCase("eval")
        && call.arguments().size() == 1) {
      value = call.arguments().get(0);
    }
    if (value instanceof Argument.Evaluation evaluation) {
      return new EvalOption(evaluation.expression(), "", evaluation.span());
    }
    String text = textOrNull(option);
    return text == null ? null : new EvalOption(null, text, value.span());
  }

  private void reject(String option, String text) {
    diagnostics.add(
        Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`" + option + "` cannot be `" + text + "`")
            .label("expected " + spec(option).type().description()),
        span(option));
  }

  private OptionSpec spec(String option) {
    OptionSpec spec = syntax.option(option);
    if (spec == null) {
      throw new IllegalArgumentException(
          "`" + syntax.name() + "` does not declare `" + option + "`");
    }
    return spec;
  }

  /** Returns the names of all declared options. */
  List<String> names() {
    return syntax.options().stream().map(OptionSpec::name).toList();
  }

  /** Returns the whole number that a text is, or null. */
  static @Nullable Long wholeNumber(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
