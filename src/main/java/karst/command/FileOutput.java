package karst.command;

import karst.ast.Argument;

/**
 * What is written to a file, and how.
 *
 * @param file the lookup or file; its name is empty only after an error
 * @param append whether the rows that the file has stay
 * @param createEmpty whether no rows make a file without rows
 * @param overrideIfEmpty whether no rows delete the file
 * @param max how many rows are written at most
 */
public record FileOutput(
    TableName file, boolean append, boolean createEmpty, boolean overrideIfEmpty, long max) {
  static CommandSyntax.Builder options(CommandSyntax.Builder syntax) {
    return syntax
        .option("append", OptionSpec.Type.BOOLEAN, "false", "Keep the rows and columns of the file")
        .option(
            "create_empty",
            OptionSpec.Type.BOOLEAN,
            "false",
            "Without rows, write a file with none")
        .option(
            "override_if_empty",
            OptionSpec.Type.BOOLEAN,
            "true",
            "Without rows, delete the file unless create_empty or append is set");
  }

  static FileOutput take(Arguments arguments, long max) {
    TableName file = new TableName("", arguments.span());
    arguments.skipCommas();
    if (arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      file = new TableName(word.text(), word.span());
    } else {
      arguments.missingUnlessFaulty("the name of a lookup or file");
    }
    arguments.expectEnd();
    Options options = arguments.options();
    return new FileOutput(
        file,
        options.bool("append"),
        options.bool("create_empty"),
        options.bool("override_if_empty"),
        max);
  }

  SplWriter write(SplWriter writer) {
    return writer
        .option("append", append)
        .option("create_empty", createEmpty)
        .option("override_if_empty", overrideIfEmpty)
        .word(file.name());
  }
}
