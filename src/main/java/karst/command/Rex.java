package karst.command;

import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.SedScript;
import karst.type.SplRegex;
import org.jspecify.annotations.Nullable;

/**
 * Sets fields to what the named groups of a regular expression match, or edits a field with a sed
 * script (spl-semantics §6.1).
 *
 * @param field where matches are looked for
 * @param mode what the text is
 * @param text the regular expression or the script
 * @param maxMatch how many matches count; 0 for all
 * @param offsetField the field that gets the places of the groups; null for none
 */
public record Rex(
    FieldName field, Mode mode, String text, long maxMatch, @Nullable String offsetField, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Rex> SYNTAX =
      CommandSyntax.named("rex", "Extracts fields with a regular expression, or edits a field")
          .usage("rex [field=<field>] (<regex> | mode=sed <script>)")
          .option("field", OptionSpec.Type.FIELD, "_raw", "The field to look into or to edit")
          .option(
              "max_match",
              OptionSpec.Type.INTEGER,
              "1",
              "How many matches count, 0 for all; several make a field of several values")
          .option(
              "offset_field",
              OptionSpec.Type.FIELD,
              "",
              "The field that gets the places of the groups, as <group>=<first>-<last>")
          .choice("mode", List.of("sed"), "", "Edit the field with a sed script")
          .fields(FieldTrait.ROW_BY_ROW, FieldTrait.STARS_ARE_TEXT)
          .bind(Rex::bind);

  /** What the text of a command is. */
  public enum Mode {
    /** A regular expression. */
    EXTRACT,
    /** A sed script. */
    SED
  }

  private static Rex bind(Arguments arguments) {
    Options options = arguments.options();
    Mode mode = options.choice("mode").equals("sed") ? Mode.SED : Mode.EXTRACT;
    String text = "";
    arguments.rejectOptions();
    if (arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      text = word.text();
      switch (mode) {
        case EXTRACT -> checkRegex(text, word.span(), arguments);
        case SED -> checkScript(text, word.span(), arguments);
      }
    } else {
      arguments.missingUnlessFaulty(
          mode == Mode.SED ? "a sed script" : "a regular expression in quotes");
    }
    arguments.expectEnd();
    String field = options.text("field");
    Span fieldSpan = options.has("field") ? options.span("field") : arguments.span();
    return new Rex(
        new FieldName(field, fieldSpan),
        mode,
        text,
        options.integer("max_match", 0),
        options.textOrNull("offset_field"),
        arguments.span());
  }

  private static void checkRegex(String text, Span span, Arguments arguments) {
    if (text.isEmpty()) {
      arguments.error(span, "an empty regular expression extracts nothing");
      return;
    }
    SplRegex regex = Regexes.compile(text, span, arguments);
    if (regex != null && regex.groupNames().isEmpty()) {
      arguments.report(
          Diagnostic.error(
                  DiagnosticCode.BAD_REGEX, "the regular expression has no named group to extract")
              .hint("write (?<name>...) around what the field is to hold"),
          span);
    }
  }

  private static void checkScript(String script, Span span, Arguments arguments) {
    try {
      SedScript.parse(script);
    } catch (InvalidSyntaxException e) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.BAD_REGEX, String.valueOf(e.getMessage())), span);
    }
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("rex").option("field", field.name());
    switch (mode) {
      case EXTRACT -> {
        writer.option("max_match", maxMatch);
        if (offsetField != null) {
          writer.option("offset_field", offsetField);
        }
      }
      case SED -> writer.option("mode", "sed");
    }
    return writer.raw(SplWriter.quote(text)).toString();
  }
}
