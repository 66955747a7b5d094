package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Keeps the first rows of those that agree in some fields (spl-semantics §6.1).
 *
 * @param count how many rows to keep of each combination of values
 * @param fields at least one, if binding found no error
 * @param keepEvents whether the other rows stay, with their fields set to null
 * @param keepEmpty whether a row stays in which one of the fields is null
 * @param consecutive whether only rows side by side are compared
 * @param sortBy how the rows are sorted before; empty for not at all
 */
public record Dedup(
    long count,
    List<FieldName> fields,
    boolean keepEvents,
    boolean keepEmpty,
    boolean consecutive,
    List<SortKey> sortBy,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Dedup> SYNTAX =
      CommandSyntax.named("dedup", "Keeps the first rows of those that agree in some fields")
          .usage("dedup [<count>] <field> ... [sortby [+|-]<field> ...]")
          .option(
              "keepevents",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Keep the other rows, with the fields set to null")
          .option(
              "keepempty",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Keep every row in which one of the fields is null")
          .option("consecutive", OptionSpec.Type.BOOLEAN, "false", "Compare only rows side by side")
          .bind(Dedup::bind);

  /** Checks the count. */
  public Dedup {
    if (count < 1) {
      throw new IllegalArgumentException("count " + count + " is less than 1");
    }
    fields = List.copyOf(fields);
    sortBy = List.copyOf(sortBy);
  }

  private static Dedup bind(Arguments arguments) {
    Span countSpan = arguments.nextSpan();
    Long number = arguments.takeNumber();
    if (number != null && number < 1) {
      arguments.error(countSpan, "the count of `dedup` must be at least 1");
    }
    List<FieldName> fields = arguments.takeFields("sortby");
    if (fields.isEmpty()) {
      arguments.missingUnlessFaulty("a field");
    }
    arguments.rejectWildcards(fields, "`dedup`");
    List<SortKey> sortBy = List.of();
    if (arguments.takeKeyword("sortby")) {
      sortBy = SortKeys.take(arguments);
      if (sortBy.isEmpty()) {
        arguments.missingUnlessFaulty("a field after `sortby`");
      }
    }
    arguments.expectEnd();
    Options options = arguments.options();
    return new Dedup(
        number == null ? 1 : Math.max(1, number),
        fields,
        options.bool("keepevents"),
        options.bool("keepempty"),
        options.bool("consecutive"),
        sortBy,
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("dedup")
            .raw(Long.toString(count))
            .option("keepevents", keepEvents)
            .option("keepempty", keepEmpty)
            .option("consecutive", consecutive)
            .fields(fields);
    return (sortBy.isEmpty() ? writer : writer.raw("sortby").list(SortKeys.toSpl(sortBy)))
        .toString();
  }
}
