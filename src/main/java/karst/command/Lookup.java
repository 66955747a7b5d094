package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Adds fields from the rows of a lookup that match (spl-semantics §6.1).
 *
 * @param table the lookup; its name is empty only after an error
 * @param keys what must match, at least one pair, if binding found no error
 * @param mode which fields are set
 * @param outputs the columns that become fields; empty for {@link Mode#ALL}
 */
public record Lookup(TableName table, List<Column> keys, Mode mode, List<Column> outputs, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Lookup> SYNTAX =
      CommandSyntax.named("lookup", "Adds fields from the rows of a lookup that match")
          .usage(
              "lookup <lookup> <column> [AS <field>] [, <column> [AS <field>]]..."
                  + " [OUTPUT|OUTPUTNEW <column> [AS <field>] [, <column> [AS <field>]]...]")
          .ignoredOption(
              "local", OptionSpec.Type.BOOLEAN, "false", "Look up where the search is started")
          .ignoredOption(
              "update", OptionSpec.Type.BOOLEAN, "false", "Read the file again while it changes")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Lookup::bind);

  public Lookup {
    keys = List.copyOf(keys);
    outputs = List.copyOf(outputs);
  }

  /** Which fields are set. */
  public enum Mode {
    /** One for each column that is no key, whether it is there or not. */
    ALL(""),
    /** The named ones, whether they are there or not. */
    OUTPUT("OUTPUT"),
    /** The named ones, where they are null. */
    OUTPUTNEW("OUTPUTNEW");

    private final String keyword;

    Mode(String keyword) {
      this.keyword = keyword;
    }
  }

  /**
   * A column of the lookup and the field of the events that it goes with.
   *
   * @param column the name in the lookup
   * @param field the name in the events
   */
  public record Column(FieldName column, FieldName field) {
    private String toSpl() {
      String name = SplWriter.quoteIfNeeded(column.name());
      return column.name().equals(field.name())
          ? name
          : name + " AS " + SplWriter.quoteIfNeeded(field.name());
    }
  }

  private static Lookup bind(Arguments arguments) {
    FieldName name = arguments.takeField("the name of a lookup");
    List<Column> keys = columns(arguments);
    if (name != null && keys.isEmpty()) {
      arguments.missingUnlessFaulty("a column to match");
    }
    Mode mode = Mode.ALL;
    if (arguments.takeKeyword("output")) {
      mode = Mode.OUTPUT;
    } else if (arguments.takeKeyword("outputnew")) {
      mode = Mode.OUTPUTNEW;
    }
    List<Column> outputs = mode == Mode.ALL ? List.of() : columns(arguments);
    if (mode != Mode.ALL && outputs.isEmpty()) {
      arguments.missingUnlessFaulty("a column after `" + mode.keyword + "`");
    }
    arguments.expectEnd();
    TableName table =
        name == null
            ? new TableName("", arguments.span())
            : new TableName(name.name(), name.span());
    return new Lookup(table, keys, mode, outputs, arguments.span());
  }

  private static List<Column> columns(Arguments arguments) {
    List<Column> columns = new ArrayList<>();
    while (!arguments.atEnd() && !arguments.atKeyword("output", "outputnew")) {
      FieldName column = arguments.takeField("a column of the lookup");
      if (column == null) {
        arguments.reject();
        continue;
      }
      arguments.rejectWildcards(List.of(column), "`lookup`");
      @Nullable FieldName field = Aliases.take(arguments);
      columns.add(new Column(column, field == null ? column : field));
    }
    return columns;
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("lookup").word(table.name()).raw(list(keys));
    return mode == Mode.ALL
        ? writer.toString()
        : writer.raw(mode.keyword).raw(list(outputs)).toString();
  }

  private static String list(List<Column> columns) {
    return columns.stream().map(Column::toSpl).collect(Collectors.joining(", "));
  }
}
