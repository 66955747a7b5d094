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
import karst.source.Severity;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A command's arguments while they are bound: the declared options apart, wherever they stood
 * (spl-semantics §1.1), and a cursor over the rest in order.
 *
 * <p>Faults become diagnostics, and binding goes on. Every method that takes an argument which does
 * not fit reports it and moves past it, so that a loop until {@link #atEnd} ends.
 */
public final class Arguments {
  private final CommandSyntax<?> syntax;
  private final RawCommand raw;
  private final Diagnostics diagnostics;
  private final Options options;
  private final List<Argument> positional = new ArrayList<>();
  private int next;
  private boolean faulty;

  Arguments(CommandSyntax<?> syntax, RawCommand raw, Diagnostics diagnostics) {
    this.syntax = syntax;
    this.raw = raw;
    this.diagnostics = diagnostics;
    this.options = new Options(syntax, diagnostics);
    for (Argument argument : raw.arguments()) {
      if (!(argument instanceof Argument.Option option && options.keep(option))) {
        positional.add(argument);
      }
    }
    options.noteWithoutEffect();
  }

  /** Returns where the whole command stands. */
  public Span span() {
    return raw.span();
  }

  /** Returns how the command is written. */
  CommandSyntax<?> syntax() {
    return syntax;
  }

  /** Returns the declared options. */
  public Options options() {
    return options;
  }

  /** Returns options as another command declares them, none of them given yet. */
  Options optionsOf(CommandSyntax<?> other) {
    return new Options(other, diagnostics);
  }

  /** Returns the text of a span of the query after expansion. */
  public String sourceText(Span span) {
    return span.of(diagnostics.map().expanded());
  }

  /** Adds a finding at a span. */
  public void report(Diagnostic diagnostic, Span span) {
    faulty |= diagnostic.severity() == Severity.ERROR;
    diagnostics.add(diagnostic, span);
  }

  /** Adds an error about an argument. */
  public void error(Span span, String message) {
    report(Diagnostic.error(DiagnosticCode.ARGUMENT, message), span);
  }

  /** Adds an error about an argument, with a way to mend it. */
  public void error(Span span, String message, String hint) {
    report(Diagnostic.error(DiagnosticCode.ARGUMENT, message).hint(hint), span);
  }

  /** Adds a warning about an argument. */
  public void warn(Span span, String message) {
    report(Diagnostic.warning(DiagnosticCode.ARGUMENT, message), span);
  }

  /**
   * Adds an error about something that should stand at the cursor, unless an argument was found
   * faulty: then that may be all that is wrong.
   */
  public void missingUnlessFaulty(String what) {
    if (!faulty) {
      missing(what);
    }
  }

  /** Adds an error about something that should stand at the cursor. */
  public void missing(String what) {
    int end = next == 0 ? raw.nameSpan().end() : positional.get(next - 1).span().end();
    Argument found = peek();
    Span place = found == null ? Span.at(end) : found.span();
    report(
        Diagnostic.error(DiagnosticCode.ARGUMENT, "`" + syntax.name() + "` needs " + what)
            .hint("usage: " + syntax.usage()),
        place);
  }

  /** Moves past any commas, and says whether nothing but them was left. */
  public boolean atEnd() {
    skipCommas();
    return next >= positional.size();
  }

  /** Returns the next argument, or null at the end; stays before it. */
  public @Nullable Argument peek() {
    return next < positional.size() ? positional.get(next) : null;
  }

  /** Returns the argument after the next one, or null. */
  public @Nullable Argument peekSecond() {
    return next + 1 < positional.size() ? positional.get(next + 1) : null;
  }

  /** Returns the next argument and moves past it; null at the end. */
  public @Nullable Argument take() {
    return next < positional.size() ? positional.get(next++) : null;
  }

  /** Moves past any commas, and says whether there was one. */
  public boolean skipCommas() {
    int start = next;
    while (peek() instanceof Argument.Comma) {
      next++;
    }
    return next > start;
  }

  /** Returns whether the next argument is one of some bare keywords, in any case. */
  public boolean atKeyword(String... keywords) {
    return isKeyword(peek(), keywords);
  }

  /** Returns whether an argument is one of some bare keywords, in any case. */
  static boolean isKeyword(@Nullable Argument argument, String... keywords) {
    if (argument instanceof Argument.Word word && !word.quoted()) {
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

  /** Moves past the name of an option that is next, so that its value is; says whether it was. */
  boolean takeOptionName(String name) {
    if (peek() instanceof Argument.Option option && option.name().equalsIgnoreCase(name)) {
      positional.set(next, option.value());
      return true;
    }
    return false;
  }

  /** Returns the bare whole number that is next and moves past it; null when there is none. */
  public @Nullable Long takeNumber() {
    if (peek() instanceof Argument.Word word && !word.quoted()) {
      Long number = Options.wholeNumber(word.text());
      if (number != null) {
        next++;
        return number;
      }
    }
    return null;
  }

  /**
   * Returns a count that stands first or as an option, whose default holds when there is neither.
   */
  public long count(String option, long minimum) {
    Span place = nextSpan();
    Long number = takeNumber();
    if (number == null) {
      return options.integer(option, minimum);
    }
    if (options.has(option)) {
      error(place, "the count stands twice, here and in `" + option + "`");
    } else if (number < minimum) {
      error(place, "the count of `" + syntax.name() + "` must be at least " + minimum);
    }
    return Math.max(minimum, number);
  }

  /** Returns where the next argument stands; the end of the command when there is none. */
  public Span nextSpan() {
    Argument argument = peek();
    return argument == null ? Span.at(raw.span().end()) : argument.span();
  }

  /**
   * Returns the sign that stands before the next argument, with or without a space between, and
   * moves past it; null when there is none.
   */
  @Nullable Sign takeSign() {
    Argument argument = peek();
    boolean bare = argument instanceof Argument.Word word && !word.quoted();
    String text = "";
    if (bare && argument instanceof Argument.Word word) {
      text = word.text();
    } else if (argument instanceof Argument.Call call) {
      text = call.name();
    }
    if (!text.startsWith("+") && !text.startsWith("-")) {
      return null;
    }
    if (argument instanceof Argument.Word word && text.length() > 1) {
      positional.set(next, new Argument.Word(text.substring(1), false, afterFirst(word.span())));
    } else if (argument instanceof Argument.Call call) {
      Span name = afterFirst(call.nameSpan());
      positional.set(
          next,
          new Argument.Call(text.substring(1), name, call.arguments(), afterFirst(call.span())));
    } else {
      next++;
    }
    return text.startsWith("-") ? Sign.MINUS : Sign.PLUS;
  }

  private static Span afterFirst(Span span) {
    return new Span(span.start() + 1, span.end());
  }

  /**
   * Takes the last argument away and returns it in lower case if it is one of some bare keywords
   * and belongs to a field before it; else returns null.
   */
  @Nullable String takeLastKeyword(String... keywords) {
    int last = positional.size() - 1;
    while (last > next && positional.get(last) instanceof Argument.Comma) {
      last--;
    }
    if (last <= next || !isKeyword(positional.get(last), keywords)) {
      return null;
    }
    Argument before = positional.get(last - 1);
    if (before instanceof Argument.Comma || isKeyword(before, "+", "-")) {
      return null;
    }
    return positional.remove(last) instanceof Argument.Word word
        ? word.text().toLowerCase(Locale.ROOT)
        : null;
  }

  /** Returns the next argument as a field, or null (with an error) when it is none. */
  public @Nullable FieldName takeField(String what) {
    FieldName field = field(peek());
    if (field == null) {
      missing(what);
    } else {
      next++;
    }
    return field;
  }

  /**
   * Returns fields up to something that is none or one of some bare keywords. Commas and spaces
   * separate fields alike, a field that is named again is left out, and options between the fields
   * are reported.
   */
  public List<FieldName> takeFields(String... stopKeywords) {
    Map<String, FieldName> fields = new LinkedHashMap<>();
    while (!atEnd() && !atKeyword(stopKeywords)) {
      FieldName field = field(peek());
      if (field != null) {
        next++;
        fields.putIfAbsent(field.name(), field);
      } else if (peek() instanceof Argument.Option) {
        reject();
      } else {
        break;
      }
    }
    return List.copyOf(fields.values());
  }

  /** A field may have the name of a column that stats made, {@code count(x)}, without quotes. */
  private @Nullable FieldName field(@Nullable Argument argument) {
    if (argument instanceof Argument.Word word) {
      return new FieldName(word.text(), word.span());
    }
    return argument instanceof Argument.Call call
        ? new FieldName(sourceText(call.span()), call.span())
        : null;
  }

  /** Reports the fields that are patterns, where a command takes none. */
  public void rejectWildcards(List<FieldName> fields, String place) {
    for (FieldName field : fields) {
      if (field.hasWildcard()) {
        error(field.span(), place + " takes no wildcards", "name each field");
      }
    }
  }

  /** Reports the next argument as one that the command does not take, and moves past it. */
  public void reject() {
    Argument argument = take();
    if (argument instanceof Argument.Option option) {
      rejectOption(option);
    } else if (argument != null && !(argument instanceof Argument.Comma)) {
      report(
          Diagnostic.error(
                  DiagnosticCode.ARGUMENT, "`" + syntax.name() + "` does not take this argument")
              .hint("usage: " + syntax.usage()),
          argument.span());
    }
  }

  /** Reports the options that are next, of which the command knows none, and moves past them. */
  public void rejectOptions() {
    while (!atEnd() && peek() instanceof Argument.Option) {
      reject();
    }
  }

  private void rejectOption(Argument.Option option) {
    String message = "`" + syntax.name() + "` has no option `" + option.name() + "`";
    Diagnostic unknown =
        Diagnostic.error(DiagnosticCode.UNKNOWN_OPTION, message)
            .suggest(option.name(), options.names());
    if (unknown.hints().isEmpty()) {
      if (syntax.toleratesUnknownOptions()) {
        unknown = Diagnostic.warning(DiagnosticCode.UNKNOWN_OPTION, message + "; it is ignored");
      } else if (options.names().isEmpty()) {
        unknown = unknown.hint("usage: " + syntax.usage());
      } else {
        unknown = unknown.hint("its options are " + String.join(", ", options.names()));
      }
    }
    report(unknown, option.nameSpan());
  }

  /** Reports whatever is left: each unknown option, and the first of the other arguments. */
  public void expectEnd() {
    boolean reported = false;
    while (!atEnd()) {
      if (peek() instanceof Argument.Option || !reported) {
        reported |= !(peek() instanceof Argument.Option);
        reject();
      } else {
        next++;
      }
    }
  }
}
