package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.source.Span;

/**
 * Marks texts on a page of Splunk; here rows pass as they are (spl-semantics §6.2).
 *
 * @param texts what would be marked
 */
public record Highlight(List<String> texts, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Highlight> SYNTAX =
      CommandSyntax.named("highlight", "Marks texts on a page of Splunk; here rows pass")
          .usage("highlight <text> ...")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Highlight::bind);

  public Highlight {
    texts = List.copyOf(texts);
  }

  private static Highlight bind(Arguments arguments) {
    List<String> texts = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Word word) {
        arguments.take();
        texts.add(word.text());
      } else {
        arguments.reject();
      }
    }
    if (texts.isEmpty()) {
      arguments.missingUnlessFaulty("a text to mark");
    }
    WithoutEffect.note(arguments, SYNTAX.name(), "rows are printed without marks");
    return new Highlight(texts, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("highlight")
        .list(texts.stream().map(SplWriter::quoteIfNeeded).toList())
        .toString();
  }
}
