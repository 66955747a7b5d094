package karst.command;

import java.util.List;
import karst.source.Span;

/**
 * Sorts the rows and keeps the first of them (spl-semantics §6.1). Rows that agree in all keys keep
 * their order.
 *
 * @param limit the number of rows to keep; 0 for all
 * @param keys most significant first; at least one, if binding found no error
 */
public record Sort(long limit, List<SortKey> keys, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Sort> SYNTAX =
      CommandSyntax.named("sort", "Sorts the rows")
          .usage("sort [<count>] [+|-]<field> [, [+|-]<field>]... [desc]")
          .option(
              "limit",
              OptionSpec.Type.INTEGER,
              "10000",
              "Number of rows to keep; 0 for all, and the same as <count>")
          .bind(Sort::bind);

  /** Checks the limit. */
  public Sort {
    if (limit < 0) {
      throw new IllegalArgumentException("negative limit " + limit);
    }
    keys = List.copyOf(keys);
  }

  private static Sort bind(Arguments arguments) {
    long limit = arguments.count("limit", 0);
    String direction = arguments.takeLastKeyword("desc", "d", "asc", "a");
    List<SortKey> keys = SortKeys.take(arguments);
    if (keys.isEmpty()) {
      arguments.missingUnlessFaulty("a field to sort by");
    }
    boolean reverse = direction != null && direction.startsWith("d");
    return new Sort(
        limit, reverse ? keys.stream().map(SortKey::reversed).toList() : keys, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("sort").raw(Long.toString(limit)).list(SortKeys.toSpl(keys)).toString();
  }
}
