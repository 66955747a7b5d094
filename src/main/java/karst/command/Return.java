package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Makes one row of the values of the first rows, to stand in a search (spl-semantics §6.1).
 *
 * @param count how many rows count
 * @param items at least one, if binding found no error
 */
public record Return(long count, List<Item> items, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Return> SYNTAX =
      CommandSyntax.named("return", "Makes one row of the values of the first rows")
          .usage("return [<count>] (<field> | <name>=<field> | $<field>) ...")
          .fields(FieldTrait.DROPS_OTHERS)
          .bind(Return::bind);

  public Return {
    items = List.copyOf(items);
  }

  /**
   * A value.
   *
   * @param name what it is compared with; empty for the value alone
   */
  public record Item(String name, FieldName field) {}

  private static Return bind(Arguments arguments) {
    Span place = arguments.nextSpan();
    Long number = arguments.takeNumber();
    if (number != null && number < 1) {
      arguments.error(place, "the count of `return` must be at least 1");
    }
    List<Item> items = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Word word) {
        arguments.take();
        boolean alone = !word.quoted() && word.text().startsWith("$") && word.text().length() > 1;
        items.add(
            alone
                ? new Item("", new FieldName(word.text().substring(1), word.span()))
                : new Item(word.text(), new FieldName(word.text(), word.span())));
      } else if (arguments.peek() instanceof Argument.Option option
          && option.value() instanceof Argument.Word word) {
        arguments.take();
        items.add(new Item(option.name(), new FieldName(word.text(), word.span())));
      } else {
        arguments.reject();
      }
    }
    if (items.isEmpty()) {
      arguments.missingUnlessFaulty("a field");
    }
    return new Return(number == null ? 1 : Math.max(1, number), items, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("return").raw(Long.toString(count));
    for (Item item : items) {
      String field = SplWriter.quoteIfNeeded(item.field().name());
      writer.raw(
          item.name().isEmpty()
              ? "$" + item.field().name()
              : SplWriter.quoteIfNeeded(item.name()) + "=" + field);
    }
    return writer.toString();
  }
}
