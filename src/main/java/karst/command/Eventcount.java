package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Counts events by their index (spl-semantics §6.2).
 *
 * @param summarize whether there is one count of all
 * @param indexes the names of indexes, perhaps with wildcards; empty for all
 */
public record Eventcount(boolean summarize, List<FieldName> indexes, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Eventcount> SYNTAX =
      CommandSyntax.named("eventcount", "Counts events by their index")
          .usage("eventcount [index=<name>] ...")
          .generating()
          .option("summarize", OptionSpec.Type.BOOLEAN, "true", "Give one count of all")
          .ignoredOption(
              "report_size", OptionSpec.Type.BOOLEAN, "false", "there are no indexes on a disk")
          .ignoredOption("list_vix", OptionSpec.Type.BOOLEAN, "true", "no index is virtual")
          .ignoredOption(
              "list_federated_remote", OptionSpec.Type.BOOLEAN, "false", "no index is remote")
          .bind(Eventcount::bind);

  public Eventcount {
    indexes = List.copyOf(indexes);
  }

  private static Eventcount bind(Arguments arguments) {
    List<FieldName> indexes = IndexNames.take(arguments);
    return new Eventcount(arguments.options().bool("summarize"), indexes, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("eventcount").option("summarize", summarize);
    indexes.forEach(index -> writer.option("index", index.name()));
    return writer.toString();
  }
}
