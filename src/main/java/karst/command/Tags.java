package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Adds the tags of a row's event types (spl-semantics §2.4, §6.2).
 *
 * @param output the field for the tags of all fields; null for {@code tag} and one for each field
 * @param includesName whether the field's name stands before a tag
 * @param includesValue whether the field's value stands before a tag
 * @param fields the fields whose tags are wanted; empty for all
 */
public record Tags(
    @Nullable String output,
    boolean includesName,
    boolean includesValue,
    List<FieldName> fields,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Tags> SYNTAX =
      CommandSyntax.named("tags", "Adds the tags of event types")
          .usage("tags [outputfield=<name>] [<field> ...]")
          .option(
              "outputfield",
              OptionSpec.Type.FIELD,
              "",
              "The field for the tags, else tag and tag::eventtype")
          .option(
              "inclname",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Put the field's name before each tag, in outputfield")
          .option(
              "inclvalue",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Put the field's value before each tag, in outputfield")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Tags::bind);

  public Tags {
    fields = List.copyOf(fields);
  }

  private static Tags bind(Arguments arguments) {
    Options options = arguments.options();
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    String output = options.textOrNull("outputfield");
    for (String option : List.of("inclname", "inclvalue")) {
      if (options.has(option) && output == null) {
        arguments.warn(
            options.span(option), "`" + option + "` has no effect without `outputfield`");
      }
    }
    return new Tags(
        output, options.bool("inclname"), options.bool("inclvalue"), fields, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("tags");
    if (output != null) {
      writer
          .option("outputfield", output)
          .option("inclname", includesName)
          .option("inclvalue", includesValue);
    }
    return writer.fields(fields).toString();
  }
}
