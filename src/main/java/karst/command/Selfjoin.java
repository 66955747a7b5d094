package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Adds to each row the fields of other rows that agree with it (spl-semantics §6.2).
 *
 * @param overwrite whether the other row's value counts where both have a field
 * @param max how many others a row takes; 0 for all
 * @param keepSingle whether a row stays that agrees with no other
 * @param fields what must agree: at least one, if binding found no error
 */
public record Selfjoin(
    boolean overwrite, long max, boolean keepSingle, List<FieldName> fields, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Selfjoin> SYNTAX =
      CommandSyntax.named("selfjoin", "Adds to each row the fields of other rows that agree")
          .usage("selfjoin <field> ...")
          .option(
              "overwrite",
              OptionSpec.Type.BOOLEAN,
              "true",
              "Take the value of the other row where both have a field")
          .option("max", OptionSpec.Type.INTEGER, "1", "Most others that a row takes; 0 for all")
          .option(
              "keepsingle", OptionSpec.Type.BOOLEAN, "false", "Keep rows that agree with no other")
          .bind(Selfjoin::bind);

  public Selfjoin {
    fields = List.copyOf(fields);
  }

  private static Selfjoin bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    if (fields.isEmpty()) {
      arguments.missingUnlessFaulty("a field");
    }
    arguments.rejectWildcards(fields, "`selfjoin`");
    arguments.expectEnd();
    Options options = arguments.options();
    return new Selfjoin(
        options.bool("overwrite"),
        options.integer("max", 0),
        options.bool("keepsingle"),
        fields,
        arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("selfjoin")
        .option("overwrite", overwrite)
        .option("max", max)
        .option("keepsingle", keepSingle)
        .fields(fields)
        .toString();
  }
}
