package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.source.Span;

/**
 * Names the kinds of events that each row is of (spl-semantics §2.4, §6.2).
 *
 * @param types the kinds that are looked for; empty for all
 * @param typesSpan where they are named
 */
public record Typer(List<String> types, Span typesSpan, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Typer> SYNTAX =
      CommandSyntax.named("typer", "Names the kinds of events that each row is of")
          .usage("typer")
          .option(
              "eventtypes",
              OptionSpec.Type.TEXT,
              "",
              "The event types that are looked for, with commas between")
          .ignoredOption("maxlen", OptionSpec.Type.INTEGER, "10000", "events are looked at whole")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Typer::bind);

  public Typer {
    types = List.copyOf(types);
  }

  private static Typer bind(Arguments arguments) {
    arguments.expectEnd();
    Options options = arguments.options();
    List<String> types = new ArrayList<>();
    for (String name : options.text("eventtypes").split(",")) {
      if (!name.isBlank()) {
        types.add(name.strip());
      }
    }
    Span place = options.has("eventtypes") ? options.span("eventtypes") : arguments.span();
    return new Typer(types, place, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("typer");
    return (types.isEmpty()
            ? writer
            : writer.raw("eventtypes=" + SplWriter.quote(String.join(",", types))))
        .toString();
  }
}
