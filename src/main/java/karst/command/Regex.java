package karst.command;

import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Keeps the rows in which a regular expression matches a field, or those in which it does not
 * (spl-semantics §6.1).
 *
 * @param field where matches are looked for
 * @param negated whether the rows without a match are kept
 * @param regex the regular expression
 */
public record Regex(FieldName field, boolean negated, String regex, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Regex> SYNTAX =
      CommandSyntax.named("regex", "Keeps the rows in which a regular expression matches")
          .usage("regex (<regex> | <field>=<regex> | <field>!=<regex>)")
          .fields(FieldTrait.ROW_BY_ROW, FieldTrait.STARS_ARE_TEXT)
          .bind(Regex::bind);

  private static Regex bind(Arguments arguments) {
    arguments.skipCommas();
    FieldName field = new FieldName("_raw", arguments.span());
    boolean negated = false;
    Argument.Word regex = null;
    if (arguments.peek() instanceof Argument.Option option) {
      arguments.take();
      negated = option.name().endsWith("!");
      String name = option.name();
      field =
          new FieldName(negated ? name.substring(0, name.length() - 1) : name, option.nameSpan());
      regex = option.value() instanceof Argument.Word word ? word : null;
    } else if (arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      regex = word;
    }
    String text = "";
    if (regex == null) {
      arguments.missing("a regular expression in quotes");
    } else {
      text = regex.text();
      Regexes.compile(text, regex.span(), arguments);
    }
    arguments.expectEnd();
    return new Regex(field, negated, text, arguments.span());
  }

  @Override
  public String toSpl() {
    return "regex "
        + SplWriter.quoteIfNeeded(field.name())
        + (negated ? "!=" : "=")
        + SplWriter.quote(regex);
  }
}
