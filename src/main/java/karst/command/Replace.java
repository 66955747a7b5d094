package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in place of others (spl-semantics §6.1).
 *
 * @param replacements of which the first that is like a value counts; at least one, if binding
 *     found no error
 * @param fields perhaps patterns; empty for all but internal fields
 */
public record Replace(List<Replacement> replacements, List<FieldName> fields, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Replace> SYNTAX =
      CommandSyntax.named("replace", "Puts values in place of others")
          .usage("replace <value> WITH <value> [, <value> WITH <value>]... [IN <field> ...]")
          .fields(FieldTrait.ROW_BY_ROW, FieldTrait.STARS_ARE_TEXT)
          .bind(Replace::bind);

  public Replace {
    replacements = List.copyOf(replacements);
    fields = List.copyOf(fields);
  }

  /**
   * A value and what takes its place.
   *
   * @param pattern the whole value, with {@code *} for any characters
   * @param value where a star stands for what it stood for in the pattern
   */
  public record Replacement(String pattern, String value) {}

  private static Replace bind(Arguments arguments) {
    List<Replacement> replacements = new ArrayList<>();
    List<FieldName> fields = List.of();
    while (!arguments.atEnd()) {
      if (arguments.atKeyword("in") && !Arguments.isKeyword(arguments.peekSecond(), "with")) {
        arguments.take();
        fields = arguments.takeFields();
        if (fields.isEmpty()) {
          arguments.missingUnlessFaulty("a field after `IN`");
        }
        break;
      }
      Replacement replacement = take(arguments);
      if (replacement == null) {
        // What follows would only be misread.
        return new Replace(List.of(), List.of(), arguments.span());
      }
      replacements.add(replacement);
    }
    if (replacements.isEmpty()) {
      arguments.missingUnlessFaulty("a value, `WITH` and another value");
    }
    arguments.expectEnd();
    return new Replace(replacements, fields, arguments.span());
  }

  private static @Nullable Replacement take(Arguments arguments) {
    String pattern = value(arguments, "a value to replace");
    if (pattern == null) {
      return null;
    }
    if (!arguments.takeKeyword("with")) {
      arguments.missing("`WITH` and another value");
      return null;
    }
    String value = value(arguments, "a value after `WITH`");
    return value == null ? null : new Replacement(pattern, value);
  }

  private static @Nullable String value(Arguments arguments, String what) {
    if (arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      return word.text();
    }
    arguments.missing(what);
    return null;
  }

  @Override
  public String toSpl() {
    String pairs =
        replacements.stream()
            .map(pair -> SplWriter.quote(pair.pattern()) + " WITH " + SplWriter.quote(pair.value()))
            .collect(Collectors.joining(", "));
    SplWriter writer = new SplWriter("replace").raw(pairs);
    return (fields.isEmpty() ? writer : writer.raw("IN").fields(fields)).toString();
  }
}
