package karst.command;

import karst.ast.Argument;
import karst.ast.Unparser;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;

/**
 * Runs a search for each row, with the row's values in it (spl-semantics §6.1).
 *
 * @param search the text of the search; {@code $field$} stands for a value
 * @param maxSearches for how many rows it is run
 */
public record Map(String search, long maxSearches, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Map> SYNTAX =
      CommandSyntax.named("map", "Runs a search for each row, with the row's values in it")
          .takesSubsearches()
          .usage("map [<subsearch>] | map search=<text>")
          .option("search", OptionSpec.Type.TEXT, "", "The search, as a text")
          .option("maxsearches", OptionSpec.Type.INTEGER, "10", "For how many rows it is run")
          .fields(FieldTrait.TAKES_ALL)
          .bind(Map::bind);

  private static Map bind(Arguments arguments) {
    String search = arguments.options().text("search");
    arguments.skipCommas();
    if (!arguments.options().has("search")) {
      if (arguments.peek() instanceof Argument.Subsearch subsearch) {
        arguments.take();
        search = Unparser.unparse(subsearch.pipeline());
      } else if (arguments.peek() instanceof Argument.Word word) {
        arguments.take();
        arguments.report(
            Diagnostic.error(DiagnosticCode.UNSUPPORTED, "there are no saved searches here")
                .hint("write the search itself: map search=\"...\""),
            word.span());
      } else {
        arguments.missing("a search: in brackets, or as `search=\"...\"`");
      }
    }
    arguments.expectEnd();
    return new Map(search, arguments.options().integer("maxsearches", 0), arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("map")
        .raw("search=" + SplWriter.quote(search))
        .option("maxsearches", maxSearches)
        .toString();
  }
}
