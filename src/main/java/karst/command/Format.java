package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.source.Span;

/**
 * Makes one row that says what the rows are, as terms of a search (spl-semantics §2.10, §6.1).
 *
 * @param maxResults how many rows count; 0 for all
 * @param multivalueSeparator what stands between the values of one field
 * @param emptyText the text of no rows
 * @param words six: before all rows, before a row, between its fields, after it, between rows,
 *     after all
 */
public record Format(
    long maxResults, String multivalueSeparator, String emptyText, List<String> words, Span span)
    implements Command {
  private static final List<String> STANDARD = List.of("(", "(", "AND", ")", "OR", ")");

  /** How the command is written. */
  public static final CommandSyntax<Format> SYNTAX =
      CommandSyntax.named("format", "Makes one row that says what the rows are")
          .usage("format [<text> <text> <text> <text> <text> <text>]")
          .option("mvsep", OptionSpec.Type.TEXT, "OR", "What stands between values of a field")
          .option("maxresults", OptionSpec.Type.INTEGER, "0", "Most rows; 0 for all")
          .option("emptystr", OptionSpec.Type.TEXT, "NOT( )", "The text of no rows")
          .fields(FieldTrait.TAKES_ALL)
          .bind(Format::bind);

  public Format {
    words = List.copyOf(words);
  }

  private static Format bind(Arguments arguments) {
    List<String> words = new ArrayList<>();
    while (!arguments.atEnd() && arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      words.add(word.text());
    }
    if (!words.isEmpty() && words.size() != STANDARD.size()) {
      arguments.error(
          arguments.span(),
          "`format` takes six texts or none, and " + words.size() + " are here",
          "usage: " + SYNTAX.usage());
    }
    arguments.expectEnd();
    Options options = arguments.options();
    return new Format(
        options.integer("maxresults", 0),
        options.text("mvsep"),
        options.text("emptystr"),
        words.size() == STANDARD.size() ? words : STANDARD,
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("format")
            .option("maxresults", maxResults)
            .option("mvsep", multivalueSeparator)
            .option("emptystr", emptyText);
    words.forEach(word -> writer.raw(SplWriter.quote(word)));
    return writer.toString();
  }
}
