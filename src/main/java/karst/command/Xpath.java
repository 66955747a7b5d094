package karst.command;

import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.XPathQuery;
import org.jspecify.annotations.Nullable;

/**
 * Sets a field to what an XPath expression finds in XML (spl-semantics §6.2).
 *
 * @param expression empty only if binding found an error
 * @param field the field with the XML
 * @param output the field that is set
 * @param fallback the value where nothing is found; null to leave the field as it is
 */
public record Xpath(
    String expression, FieldName field, String output, @Nullable String fallback, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Xpath> SYNTAX =
      CommandSyntax.named("xpath", "Sets a field to what an XPath expression finds")
          .usage("xpath [outfield=<name>] <xpath>")
          .option("outfield", OptionSpec.Type.FIELD, "xpath", "The field that is set")
          .option("field", OptionSpec.Type.FIELD, "_raw", "The field with the XML")
          .option("default", OptionSpec.Type.TEXT, "", "The value where nothing is found")
          .fields(FieldTrait.ROW_BY_ROW, FieldTrait.STARS_ARE_TEXT)
          .bind(Xpath::bind);

  private static Xpath bind(Arguments arguments) {
    Options options = arguments.options();
    arguments.rejectOptions();
    String expression = "";
    if (arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      expression = word.text();
      check(word, arguments);
    } else {
      arguments.missingUnlessFaulty("an XPath expression in quotes");
    }
    arguments.expectEnd();
    Span place = options.has("field") ? options.span("field") : arguments.span();
    return new Xpath(
        expression,
        new FieldName(options.text("field"), place),
        options.text("outfield"),
        options.textOrNull("default"),
        arguments.span());
  }

  private static void check(Argument.Word word, Arguments arguments) {
    try {
      XPathQuery.compile(word.text());
    } catch (InvalidSyntaxException e) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.ARGUMENT, String.valueOf(e.getMessage()))
              .hint("such as \"//Data[@Name='Image']\" or \"/Event/System/EventID\""),
          word.span());
    }
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("xpath").option("outfield", output).option("field", field.name());
    if (fallback != null) {
      writer.raw("default=" + SplWriter.quote(fallback));
    }
    return writer.raw(SplWriter.quote(expression)).toString();
  }
}
