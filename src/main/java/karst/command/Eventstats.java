package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Adds aggregates of all rows, or of those that agree in some fields, to each of them
 * (spl-semantics §6.1).
 *
 * @param aggregates at least one, if binding found no error
 * @param by the fields that make a group; empty for one group of all rows
 * @param allNumbers whether a numeric aggregation over a field with other values has no result
 */
public record Eventstats(
    List<AggregateCall> aggregates, List<FieldName> by, boolean allNumbers, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Eventstats> SYNTAX =
      CommandSyntax.named("eventstats", "Adds aggregates of groups of rows to each of their rows")
          .usage("eventstats <aggregation> [AS <name>] ... [BY <field> ...]")
          .option(
              "allnum",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Give no result where a numeric aggregation meets a value that is no number")
          .bind(Eventstats::bind);

  public Eventstats {
    aggregates = List.copyOf(aggregates);
    by = List.copyOf(by);
  }

  private static Eventstats bind(Arguments arguments) {
    AggregationClause clause = AggregationClause.take(arguments, "eventstats");
    boolean allNumbers = arguments.options().bool("allnum");
    return new Eventstats(clause.aggregates(), clause.by(), allNumbers, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("eventstats")
        .option("allnum", allNumbers)
        .list(Aggregations.toSpl(aggregates))
        .by(by)
        .toString();
  }
}
