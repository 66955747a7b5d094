package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Joins fields and texts into a field (spl-semantics §6.1).
 *
 * @param allRequired whether a row in which a source is null keeps its target as it is; else null
 *     joins as the empty text
 * @param sources at least one, if binding found no error
 */
public record Strcat(boolean allRequired, List<Source> sources, FieldName target, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Strcat> SYNTAX =
      CommandSyntax.named("strcat", "Joins fields and texts into a field")
          .usage("strcat [allrequired=<bool>] (<field> | \"<text>\")... <target>")
          .option(
              "allrequired",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Set the target only where all fields have a value")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Strcat::bind);

  public Strcat {
    sources = List.copyOf(sources);
  }

  /**
   * What is joined.
   *
   * @param text a field's name or, if quoted, the text itself
   * @param literal whether it is the text itself
   */
  public record Source(String text, boolean literal, Span span) {
    String toSpl() {
      return literal ? SplWriter.quote(text) : SplWriter.quoteIfNeeded(text);
    }
  }

  private static Strcat bind(Arguments arguments) {
    List<Argument.Word> words = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Word word) {
        arguments.take();
        words.add(word);
      } else {
        arguments.reject();
      }
    }
    FieldName target = new FieldName("", arguments.span());
    if (words.size() < 2) {
      arguments.missingUnlessFaulty("a field or a text, and the field to set");
    } else {
      Argument.Word last = words.remove(words.size() - 1);
      target = new FieldName(last.text(), last.span());
    }
    List<Source> sources =
        words.stream().map(word -> new Source(word.text(), word.quoted(), word.span())).toList();
    return new Strcat(arguments.options().bool("allrequired"), sources, target, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("strcat").option("allrequired", allRequired);
    sources.forEach(source -> writer.raw(source.toSpl()));
    return writer.word(target.name()).toString();
  }
}
