package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Span;
import karst.type.Numbers;

/**
 * Makes the row that a gauge is drawn from: a value and the ranges of its scale (spl-semantics
 * §6.2).
 *
 * @param value a number or a field of the first row; without text only if binding found an error
 * @param ranges the bounds of the ranges, numbers or fields
 */
public record Gauge(FieldName value, List<FieldName> ranges, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Gauge> SYNTAX =
      CommandSyntax.named("gauge", "Makes the row that a gauge is drawn from")
          .usage("gauge <field> [<number> ...]")
          .fields(FieldTrait.DROPS_OTHERS)
          .bind(Gauge::bind);

  private static final List<String> DEFAULT_RANGES = List.of("0", "100");

  public Gauge {
    ranges = List.copyOf(ranges);
  }

  private static Gauge bind(Arguments arguments) {
    List<FieldName> words = new ArrayList<>();
    while (!arguments.atEnd() && arguments.peek() instanceof Argument.Word) {
      FieldName word = arguments.takeField("a number or a field");
      if (word != null) {
        words.add(word);
      }
    }
    arguments.expectEnd();
    arguments.rejectWildcards(words, "`gauge`");
    if (words.isEmpty()) {
      arguments.missingUnlessFaulty("a number or a field");
      words.add(new FieldName("", arguments.span()));
    }
    List<FieldName> ranges = words.subList(1, words.size());
    if (ranges.size() == 1) {
      arguments.error(ranges.get(0).span(), "a range has two bounds", "give the next bound too");
    }
    checkAscending(ranges, arguments);
    return new Gauge(
        words.get(0),
        ranges.isEmpty()
            ? DEFAULT_RANGES.stream().map(bound -> new FieldName(bound, arguments.span())).toList()
            : ranges,
        arguments.span());
  }

  private static void checkAscending(List<FieldName> ranges, Arguments arguments) {
    for (int i = 1; i < ranges.size(); i++) {
      String before = ranges.get(i - 1).name();
      String bound = ranges.get(i).name();
      if (Numbers.isNumber(before)
          && Numbers.isNumber(bound)
          && Numbers.parse(bound) <= Numbers.parse(before)) {
        arguments.error(
            ranges.get(i).span(), "the bounds of ranges go up, and " + bound + " does not");
      }
    }
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("gauge").word(value.name());
    ranges.forEach(bound -> writer.word(bound.name()));
    return writer.toString();
  }
}
