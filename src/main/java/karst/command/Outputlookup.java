package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows to a lookup's file and passes them on (spl-semantics §6.1).
 *
 * @param output what is written where
 * @param keyField the field that names the row to replace; null for none
 * @param allowUpdates whether a row of the same key is replaced
 */
public record Outputlookup(
    FileOutput output, @Nullable FieldName keyField, boolean allowUpdates, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Outputlookup> SYNTAX =
      FileOutput.options(
              CommandSyntax.named("outputlookup", "Writes the rows to a lookup's file")
                  .usage("outputlookup <lookup>"))
          .option("max", OptionSpec.Type.INTEGER, "1000000000", "Most rows to write; all go on")
          .option("key_field", OptionSpec.Type.FIELD, "", "The field whose value is a row's key")
          .option(
              "allow_updates",
              OptionSpec.Type.BOOLEAN,
              "true",
              "With append and key_field: replace a row of the same key")
          .choice(
              "output_format",
              List.of("splunk_sv_csv", "splunk_mv_csv"),
              "splunk_sv_csv",
              "How several values of a field are written; the second is not supported")
          .ignoredOption(
              "createinapp", OptionSpec.Type.BOOLEAN, "true", "Create the file in the present app")
          .ignoredOption("create_context", OptionSpec.Type.TEXT, "app", "Where to create the file")
          .fields(FieldTrait.TAKES_ALL)
          .bind(Outputlookup::bind);

  private static Outputlookup bind(Arguments arguments) {
    Options options = arguments.options();
    if (options.choice("output_format").equals("splunk_mv_csv")) {
      arguments.error(
          options.span("output_format"),
          "`splunk_mv_csv` is not supported",
          "join the values first, as in `eval f=mvjoin(f, \" \")`");
    }
    String key = options.textOrNull("key_field");
    FileOutput output = FileOutput.take(arguments, options.integer("max", 0));
    return new Outputlookup(
        output,
        key == null || key.isEmpty() ? null : new FieldName(key, options.span("key_field")),
        options.bool("allow_updates"),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("outputlookup").option("max", output.max());
    if (keyField != null) {
      writer.option("key_field", keyField.name()).option("allow_updates", allowUpdates);
    }
    return output.write(writer).toString();
  }
}
