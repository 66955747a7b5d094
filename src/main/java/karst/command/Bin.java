package karst.command;

import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of a field into bins: times into spans of time, numbers into ranges
 * (spl-semantics §6.1).
 *
 * @param field null only if binding found an error
 * @param target the field that is set
 */
public record Bin(@Nullable FieldName field, String target, Binning binning, Span span)
    implements Command {
  private static final int DEFAULT_BINS = 100;

  /** How the command is written. */
  public static final CommandSyntax<Bin> SYNTAX =
      CommandSyntax.named("bin", "Puts times into spans of time, and numbers into ranges")
          .alias("bucket")
          .alias("discretize")
          .usage("bin [<option> ...] <field> [AS <name>]")
          .option("span", OptionSpec.Type.TEXT, "", "Width of a bin, such as 1h, 10 or 2log10")
          .option("bins", OptionSpec.Type.INTEGER, "100", "The most bins, where no span is given")
          .option("minspan", OptionSpec.Type.TEXT, "", "The least width, where no span is given")
          .option("start", OptionSpec.Type.NUMBER, "", "The range begins here or before")
          .option("end", OptionSpec.Type.NUMBER, "", "The range ends here or after")
          .option(
              "aligntime",
              OptionSpec.Type.TEXT,
              "",
              "Where a bin of less than a day begins: earliest, latest or a time modifier")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Bin::bind);

  private static Bin bind(Arguments arguments) {
    FieldName field = arguments.takeField("a field");
    if (field != null && field.hasWildcard()) {
      arguments.error(field.span(), "`bin` takes no wildcards", "name the field");
    }
    FieldName alias = Aliases.take(arguments);
    arguments.expectEnd();
    String name = field == null ? "" : field.name();
    return new Bin(
        field,
        alias == null ? name : alias.name(),
        Binning.take(arguments.options(), name.equals("_time"), DEFAULT_BINS),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("bin");
    binning.write(writer, DEFAULT_BINS);
    if (field != null) {
      writer.word(field.name());
      if (!field.name().equals(target)) {
        writer.raw("AS").word(target);
      }
    }
    return writer.toString();
  }
}
