package karst.command;

import java.util.Objects;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Counts, for each row, the rows that are in progress when it starts (spl-semantics §6.2).
 *
 * @param duration how long a row takes; null only if binding found an error
 * @param start when a row starts
 * @param output the field that is set
 */
public record Concurrency(@Nullable FieldName duration, FieldName start, String output, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Concurrency> SYNTAX =
      CommandSyntax.named("concurrency", "Counts the rows that are in progress when a row starts")
          .usage("concurrency duration=<field> [start=<field>] [output=<name>]")
          .option("duration", OptionSpec.Type.FIELD, "", "How long a row takes")
          .option("start", OptionSpec.Type.FIELD, "_time", "When a row starts")
          .option("output", OptionSpec.Type.FIELD, "concurrency", "The field that is set")
          .bind(Concurrency::bind);

  private static Concurrency bind(Arguments arguments) {
    arguments.expectEnd();
    Options options = arguments.options();
    if (!options.has("duration")) {
      arguments.missingUnlessFaulty("`duration=`");
    }
    FieldName start = options.field("start");
    return new Concurrency(
        options.field("duration"),
        Objects.requireNonNullElseGet(start, () -> new FieldName("_time", arguments.span())),
        options.text("output"),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("concurrency");
    if (duration != null) {
      writer.option("duration", duration.name());
    }
    return writer.option("start", start.name()).option("output", output).toString();
  }
}
