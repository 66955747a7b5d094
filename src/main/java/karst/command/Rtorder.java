package karst.command;

import karst.source.Span;

/** Puts the events of a search that goes on in order; here searches end (spl-semantics §6.2). */
public record Rtorder(Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Rtorder> SYNTAX =
      CommandSyntax.named("rtorder", "Puts events in order as they arrive; here rows pass")
          .usage("rtorder")
          .ignoredOption("buffer_span", OptionSpec.Type.SPAN, "10s", "no events arrive")
          .ignoredOption("discard", OptionSpec.Type.BOOLEAN, "false", "no event is late")
          .ignoredOption("max_buffer_size", OptionSpec.Type.INTEGER, "50000", "no events wait")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Rtorder::bind);

  private static Rtorder bind(Arguments arguments) {
    arguments.expectEnd();
    WithoutEffect.note(
        arguments, SYNTAX.name(), "no search goes on while events arrive; sort orders rows");
    return new Rtorder(arguments.span());
  }

  @Override
  public String toSpl() {
    return "rtorder";
  }
}
