package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Sets fields to texts in every row (spl-semantics §6.2).
 *
 * @param settings the fields with their texts, in order; of one that stands twice the last counts
 */
public record Setfields(List<Setting> settings, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Setfields> SYNTAX =
      CommandSyntax.named("setfields", "Sets fields to texts in every row")
          .usage("setfields <target>=<text>, ...")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Setfields::bind);

  public Setfields {
    settings = List.copyOf(settings);
  }

  /** A field and its text. */
  public record Setting(FieldName field, String text) {}

  private static Setfields bind(Arguments arguments) {
    List<Setting> settings = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Option option
          && option.value() instanceof Argument.Word word) {
        arguments.take();
        FieldName field = new FieldName(option.name(), option.nameSpan());
        arguments.rejectWildcards(List.of(field), "`setfields`");
        settings.add(new Setting(field, word.text()));
      } else {
        arguments.error(
            arguments.nextSpan(),
            "`setfields` takes fields with texts",
            "usage: " + SYNTAX.usage());
        arguments.take();
      }
    }
    if (settings.isEmpty()) {
      arguments.missingUnlessFaulty("a field with a text");
    }
    return new Setfields(settings, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("setfields")
        .list(
            settings.stream()
                .map(
                    setting ->
                        SplWriter.quoteIfNeeded(setting.field().name())
                            + "="
                            + SplWriter.quote(setting.text()))
                .toList())
        .toString();
  }
}
