package karst.command;

import karst.source.Span;

/** Writes the rows to a CSV file and passes them on (spl-semantics §6.2). */
public record Outputcsv(FileOutput output, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Outputcsv> SYNTAX =
      FileOutput.options(
              CommandSyntax.named("outputcsv", "Writes the rows to a CSV file")
                  .usage("outputcsv <file>"))
          .ignoredOption("usexml", OptionSpec.Type.BOOLEAN, "false", "Write XML for Splunk itself")
          .ignoredOption(
              "dispatch", OptionSpec.Type.BOOLEAN, "false", "Write to the folder of the search")
          .ignoredOption(
              "singlefile", OptionSpec.Type.BOOLEAN, "true", "Write one file, not several")
          .fields(FieldTrait.TAKES_ALL)
          .bind(
              arguments ->
                  new Outputcsv(FileOutput.take(arguments, Long.MAX_VALUE), arguments.span()));

  @Override
  public String toSpl() {
    return output.write(new SplWriter("outputcsv")).toString();
  }
}
