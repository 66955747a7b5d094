package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Sets a field to a JSON object of the row's fields (spl-semantics §6.1).
 *
 * @param fields perhaps patterns; empty for all fields
 * @param defaultType how the fields are written that no function names
 * @param fillNull whether a field that is null is a member with the value null; else it is left out
 * @param includeInternal whether all fields means internal ones as well
 */
public record Tojson(
    List<Member> fields,
    Type defaultType,
    boolean fillNull,
    boolean includeInternal,
    String output,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Tojson> SYNTAX =
      CommandSyntax.named("tojson", "Sets a field to a JSON object of the row's fields")
          .usage("tojson [<field> | auto|bool|json|none|num|str(<field>) ...]")
          .choice(
              "default_type",
              Stream.of(Type.values()).map(Type::word).toList(),
              "auto",
              "How the fields are written that no function names")
          .option(
              "fill_null",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Write fields that are null as null instead of leaving them out")
          .option(
              "include_internal",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Write internal fields, too, if no field is named")
          .option("output_field", OptionSpec.Type.FIELD, "_raw", "The field to set")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED, FieldTrait.ROW_BY_ROW)
          .bind(Tojson::bind);

  public Tojson {
    fields = List.copyOf(fields);
  }

  /** How a value is written. */
  public enum Type {
    /** As what it looks like. */
    AUTO,
    /** As true or false; what is neither is left out. */
    BOOL,
    /** As the JSON that it is; what is none is left out. */
    JSON,
    /** Not at all. */
    NONE,
    /** As a number; what is none is left out. */
    NUM,
    /** As a text. */
    STR;

    /** Returns the name in SPL. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Type ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * A field and how it is written.
   *
   * @param field perhaps a pattern
   */
  public record Member(Type type, FieldName field) {}

  private static Tojson bind(Arguments arguments) {
    Options options = arguments.options();
    Type defaultType = Type.ofWord(options.choice("default_type"));
    List<Member> fields = new ArrayList<>();
    while (!arguments.atEnd()) {
      Argument argument = arguments.peek();
      if (argument instanceof Argument.Word word) {
        arguments.take();
        fields.add(new Member(defaultType, new FieldName(word.text(), word.span())));
      } else if (argument instanceof Argument.Call call) {
        arguments.take();
        Type type = type(call, arguments);
        for (Argument inner : call.arguments()) {
          if (type != null && inner instanceof Argument.Word word) {
            fields.add(new Member(type, new FieldName(word.text(), word.span())));
          }
        }
      } else {
        arguments.reject();
      }
    }
    return new Tojson(
        fields,
        defaultType,
        options.bool("fill_null"),
        options.bool("include_internal"),
        options.text("output_field"),
        arguments.span());
  }

  private static @Nullable Type type(Argument.Call call, Arguments arguments) {
    List<String> words = Stream.of(Type.values()).map(Type::word).toList();
    String word = call.name().toLowerCase(Locale.ROOT);
    if (words.contains(word)) {
      return Type.ofWord(word);
    }
    arguments.report(
        Diagnostic.error(
                DiagnosticCode.UNKNOWN_FUNCTION, "`tojson` has no function `" + call.name() + "`")
            .suggest(call.name(), words)
            .hint("its functions are " + String.join(", ", words)),
        call.nameSpan());
    return null;
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("tojson");
    if (!fields.isEmpty()) {
      writer.raw(
          fields.stream()
              .map(
                  member ->
                      member.type().word()
                          + "("
                          + SplWriter.quoteIfNeeded(member.field().name())
                          + ")")
              .collect(Collectors.joining(" ")));
    }
    return writer
        .option("default_type", defaultType.word())
        .option("fill_null", fillNull)
        .option("include_internal", includeInternal)
        .option("output_field", output)
        .toString();
  }
}
