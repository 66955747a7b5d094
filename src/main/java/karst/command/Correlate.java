package karst.command;

import java.util.List;
import karst.source.Span;

/** Says of each two fields how often a row that has one of them has both (spl-semantics §6.2). */
public record Correlate(Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Correlate> SYNTAX =
      CommandSyntax.named("correlate", "Says of each two fields how often they come together")
          .choice("type", List.of("cocur"), "cocur", "What is told: how often")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Correlate::bind);

  private static Correlate bind(Arguments arguments) {
    arguments.expectEnd();
    arguments.options().choice("type");
    return new Correlate(arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("correlate").toString();
  }
}
