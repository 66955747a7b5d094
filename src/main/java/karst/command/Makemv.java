package karst.command;

import karst.ast.FieldName;
import karst.source.Span;
import karst.type.SplRegex;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text of a field apart into several values (spl-semantics §6.1).
 *
 * @param delimiter what stands between the values; not empty
 * @param tokenizer the regular expression whose first group is a value, in place of a delimiter;
 *     null for none
 * @param allowEmpty whether an empty text between delimiters is a value
 */
public record Makemv(
    FieldName field, String delimiter, @Nullable String tokenizer, boolean allowEmpty, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Makemv> SYNTAX =
      CommandSyntax.named("makemv", "Takes the text of a field apart into several values")
          .usage("makemv [delim=<text> | tokenizer=<regex>] <field>")
          .option("delim", OptionSpec.Type.TEXT, " ", "What stands between the values")
          .option(
              "tokenizer",
              OptionSpec.Type.TEXT,
              "",
              "A regular expression whose first group is a value, for each of its matches")
          .option(
              "allowempty",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Take the empty text between two delimiters for a value")
          .ignoredOption(
              "setsv",
              OptionSpec.Type.BOOLEAN,
              "false",
              "A field has one value or several, never both")
          .fields(FieldTrait.ROW_BY_ROW, FieldTrait.STARS_ARE_TEXT)
          .bind(Makemv::bind);

  private static Makemv bind(Arguments arguments) {
    Options options = arguments.options();
    String tokenizer = options.textOrNull("tokenizer");
    String delimiter = options.text("delim");
    if (tokenizer != null) {
      Span place = options.span("tokenizer");
      SplRegex regex = Regexes.compile(tokenizer, place, arguments);
      if (regex != null && regex.groupCount() == 0) {
        arguments.error(
            place, "the tokenizer has no group", "put what is to be a value into parentheses");
      }
      if (options.has("delim")) {
        arguments.error(options.span("delim"), "`delim` and `tokenizer` exclude each other");
      }
    } else if (delimiter.isEmpty()) {
      arguments.error(options.span("delim"), "the delimiter is empty");
    }
    FieldName field = OneField.take(arguments, SYNTAX.name());
    arguments.expectEnd();
    return new Makemv(field, delimiter, tokenizer, options.bool("allowempty"), arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("makemv");
    if (tokenizer == null) {
      writer.raw("delim=" + SplWriter.quote(delimiter)).option("allowempty", allowEmpty);
    } else {
      writer.raw("tokenizer=" + SplWriter.quote(tokenizer));
    }
    return writer.word(field.name()).toString();
  }
}
