package karst.command;

import karst.ast.Argument;
import karst.ast.SearchTerm;
import karst.source.Span;

/**
 * Reads the rows of a lookup or another table (spl-semantics §6.1).
 *
 * @param table the name; empty only after an error
 * @param append whether the rows follow those that came before
 * @param strict whether it is an error that the table does not exist
 * @param start the number of rows to leave out at the beginning
 * @param max the most rows to read
 * @param where which rows to read; {@link SearchTerm.Everything} for all
 */
public record Inputlookup(
    TableName table,
    boolean append,
    boolean strict,
    long start,
    long max,
    SearchTerm where,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Inputlookup> SYNTAX =
      CommandSyntax.named("inputlookup", "Reads the rows of a lookup or another table")
          .usage("inputlookup <table> [WHERE <search expression>]")
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
              "Fail if the table does not exist, instead of a warning and no rows")
          .option(
              "start", OptionSpec.Type.INTEGER, "0", "Number of rows to leave out at the beginning")
          .option("max", OptionSpec.Type.INTEGER, "1000000000", "Most rows to read")
          .bind(Inputlookup::take);

  /** Checks the numbers. */
  public Inputlookup {
    if (start < 0 || max < 0) {
      throw new IllegalArgumentException("negative start or max");
    }
  }

  /** Binds what {@code inputlookup} and {@code inputcsv} take. */
  static Inputlookup take(Arguments arguments) {
    TableName table = new TableName("", arguments.span());
    arguments.skipCommas();
    if (arguments.peek() instanceof Argument.Word word && !arguments.atKeyword("where")) {
      arguments.take();
      table = new TableName(word.text(), word.span());
    } else {
      arguments.missing("the name of a table");
    }
    SearchTerm where = SearchClause.everything(arguments.span());
    if (arguments.takeKeyword("where")) {
      where = SearchClause.take(arguments);
    }
    arguments.expectEnd();
    Options options = arguments.options();
    return new Inputlookup(
        table,
        options.bool("append"),
        options.bool("strict"),
        options.integer("start", 0),
        options.integer("max", 0),
        where,
        arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("inputlookup")
        .option("append", append)
        .option("strict", strict)
        .option("start", start)
        .option("max", max)
        .word(table.name())
        .where(where)
        .toString();
  }
}
