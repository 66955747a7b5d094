package karst.command;

import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.JsonPath;
import org.jspecify.annotations.Nullable;

/**
 * Extracts from JSON or XML: the values at a path, or all there are (spl-semantics §6.1).
 *
 * @param input the field with the text
 * @param path where the values are; null for every value under the name of its path
 * @param output the field that gets the values at the path
 */
public record Spath(FieldName input, @Nullable String path, String output, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Spath> SYNTAX =
      CommandSyntax.named("spath", "Extracts fields from JSON or XML")
          .usage("spath [input=<field>] [output=<field>] [<path>]")
          .option("input", OptionSpec.Type.FIELD, "_raw", "The field with the JSON or XML")
          .option(
              "output", OptionSpec.Type.FIELD, "", "The field to set, else one called as the path")
          .option("path", OptionSpec.Type.TEXT, "", "Where the values are, the same as <path>")
          .fields(FieldTrait.ROW_BY_ROW, FieldTrait.STARS_ARE_TEXT)
          .bind(Spath::bind);

  private static Spath bind(Arguments arguments) {
    Options options = arguments.options();
    String path = options.textOrNull("path");
    Span pathSpan = path == null ? arguments.span() : options.span("path");
    arguments.rejectOptions();
    if (path == null && arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      path = word.text();
      pathSpan = word.span();
    }
    arguments.expectEnd();
    String output = options.textOrNull("output");
    if (path == null && output != null) {
      arguments.error(
          options.span("output"),
          "`output` needs a path",
          "without a path every value gets a field called as its path");
    }
    if (path != null) {
      check(path, pathSpan, arguments);
    }
    Span inputSpan = options.has("input") ? options.span("input") : arguments.span();
    return new Spath(
        new FieldName(options.text("input"), inputSpan),
        path,
        output != null ? output : path == null ? "" : path,
        arguments.span());
  }

  /** A path into XML may hold attributes, which JSON has none of. */
  private static void check(String path, Span span, Arguments arguments) {
    if (path.contains("{@")) {
      return;
    }
    try {
      JsonPath.parse(path);
    } catch (InvalidSyntaxException e) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.ARGUMENT, String.valueOf(e.getMessage()))
              .hint("a path is such as a.b, a{}.b for all elements, a{0}.b for the first"),
          span);
    }
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("spath").option("input", input.name());
    if (path != null) {
      writer.option("output", output).raw("path=" + SplWriter.quote(path));
    }
    return writer.toString();
  }
}
