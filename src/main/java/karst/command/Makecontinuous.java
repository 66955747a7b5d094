package karst.command;

import karst.ast.FieldName;
import karst.source.Span;
import karst.type.NumberSpan;
import org.jspecify.annotations.Nullable;

/**
 * Puts the numbers of a field into bins and adds a row for each bin that has none (spl-semantics
 * §6.2).
 *
 * @param field the field whose gaps are filled
 */
public record Makecontinuous(FieldName field, Binning binning, Span span) implements Command {
  private static final int DEFAULT_BINS = 100;

  /** How the command is written. */
  public static final CommandSyntax<Makecontinuous> SYNTAX =
      CommandSyntax.named("makecontinuous", "Adds rows where the values of a field have gaps")
          .usage("makecontinuous [<option> ...] [<field>]")
          .option("span", OptionSpec.Type.TEXT, "", "Width of a bin, such as 1h or 10")
          .option("bins", OptionSpec.Type.INTEGER, "100", "The most bins, where no span is given")
          .option("minspan", OptionSpec.Type.TEXT, "", "The least width, where no span is given")
          .option("start", OptionSpec.Type.NUMBER, "", "The first bin holds this, rows below go")
          .option("end", OptionSpec.Type.NUMBER, "", "The last bin ends here, rows above go")
          .option(
              "aligntime",
              OptionSpec.Type.TEXT,
              "",
              "Where a bin of less than a day begins: earliest, latest or a time modifier")
          .bind(Makecontinuous::bind);

  private static Makecontinuous bind(Arguments arguments) {
    Options options = arguments.options();
    arguments.rejectOptions();
    FieldName field =
        arguments.atEnd()
            ? new FieldName("_time", arguments.span())
            : OneField.take(arguments, SYNTAX.name());
    arguments.expectEnd();
    Binning binning = Binning.take(options, field.name().equals("_time"), DEFAULT_BINS);
    checkEven(binning.width(), "span", field, binning, arguments);
    checkEven(binning.least(), "minspan", field, binning, arguments);
    if (binning.start() != null && binning.end() != null && binning.start() > binning.end()) {
      arguments.error(options.span("end"), "`end` is below `start`");
    }
    return new Makecontinuous(field, binning, arguments.span());
  }

  private static void checkEven(
      @Nullable String width,
      String option,
      FieldName field,
      Binning binning,
      Arguments arguments) {
    if (width != null && !binning.isOfTimes(field.name()) && !NumberSpan.parse(width).isEven()) {
      arguments.error(
          arguments.options().span(option),
          "`makecontinuous` takes no logarithmic span",
          "give a number such as 10");
    }
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("makecontinuous");
    binning.write(writer, DEFAULT_BINS);
    return writer.word(field.name()).toString();
  }
}
