package karst.command;

import karst.ast.SearchTerm;
import karst.source.Span;

/**
 * Reads the rows of a CSV file (spl-semantics §6.2): a lookup's under another name.
 *
 * @param rows what is read
 */
public record Inputcsv(Inputlookup rows, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Inputcsv> SYNTAX =
      CommandSyntax.named("inputcsv", "Reads the rows of a CSV file")
          .usage("inputcsv <file> [WHERE <search expression>]")
          .arguments(ArgumentKind.GENERAL_WITH_SEARCH)
          .generating()
          .option(
              "append",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Put the rows after those that came before")
          .option(
              "strict",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Fail if the file does not exist, instead of a warning and no rows")
          .option(
              "start", OptionSpec.Type.INTEGER, "0", "Number of rows to leave out at the beginning")
          .option("max", OptionSpec.Type.INTEGER, "1000000000", "Most rows to read")
          .ignoredOption("events", OptionSpec.Type.BOOLEAN, "false", "Take the rows for events")
          .ignoredOption(
              "dispatch", OptionSpec.Type.BOOLEAN, "false", "Read from the folder of the search")
          .bind(arguments -> new Inputcsv(Inputlookup.take(arguments), arguments.span()));

  @Override
  public String toSpl() {
    SearchTerm where = rows.where();
    return new SplWriter("inputcsv")
        .option("append", rows.append())
        .option("strict", rows.strict())
        .option("start", rows.start())
        .option("max", rows.max())
        .word(rows.table().name())
        .where(where)
        .toString();
  }
}
