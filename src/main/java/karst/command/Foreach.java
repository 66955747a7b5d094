package karst.command;

import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Runs a template of commands for each of some fields, or for each value of a field (spl-semantics
 * §6.1).
 *
 * @param fields perhaps patterns; at least one, if binding found no error
 * @param template the commands, as text with placeholders
 * @param templateSpan where the template stands
 * @param places what is replaced in the template
 */
public record Foreach(
    Mode mode, List<FieldName> fields, String template, Span templateSpan, Places places, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Foreach> SYNTAX =
      CommandSyntax.named("foreach", "Runs commands for each of some fields, or values of a field")
          .takesSubsearches()
          .usage("foreach <field> ... [<template>]")
          .choice(
              "mode",
              List.of("multifield", "multivalue", "json_array", "auto_collections"),
              "multifield",
              "What is gone through: fields, the values of a field, the elements of a JSON array")
          .option("fieldstr", OptionSpec.Type.TEXT, "<<FIELD>>", "What stands for the field")
          .option(
              "matchstr",
              OptionSpec.Type.TEXT,
              "<<MATCHSTR>>",
              "What stands for the part of the field that the stars matched")
          .option(
              "matchseg1", OptionSpec.Type.TEXT, "<<MATCHSEG1>>", "What stands for the first star")
          .option(
              "matchseg2", OptionSpec.Type.TEXT, "<<MATCHSEG2>>", "What stands for the second star")
          .option(
              "matchseg3", OptionSpec.Type.TEXT, "<<MATCHSEG3>>", "What stands for the third star")
          .option("itemstr", OptionSpec.Type.TEXT, "<<ITEM>>", "What stands for the value")
          .option("iterstr", OptionSpec.Type.TEXT, "<<ITER>>", "What stands for its number")
          .fields(FieldTrait.TAKES_ALL)
          .bind(Foreach::bind);

  public Foreach {
    fields = List.copyOf(fields);
  }

  /** What is gone through. */
  public enum Mode {
    /** Fields. */
    MULTIFIELD("multifield"),
    /** The values of a field. */
    MULTIVALUE("multivalue"),
    /** The elements of the JSON array that a field holds. */
    JSON_ARRAY("json_array"),
    /** The elements of a JSON array or, if it is none, the values. */
    AUTO_COLLECTIONS("auto_collections");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    private static Mode ofWord(String word) {
      for (Mode mode : values()) {
        if (mode.word.equals(word)) {
          return mode;
        }
      }
      return MULTIFIELD;
    }
  }

  /**
   * What is replaced in the template.
   *
   * @param segments what stands for each star, the first to the third
   */
  public record Places(
      String field, String match, List<String> segments, String item, String iteration) {
    public Places {
      segments = List.copyOf(segments);
    }
  }

  private static Foreach bind(Arguments arguments) {
    Options options = arguments.options();
    List<FieldName> fields = arguments.takeFields();
    Mode mode = Mode.ofWord(options.choice("mode"));
    String template = "";
    Span templateSpan = arguments.span();
    if (fields.isEmpty()) {
      arguments.missingUnlessFaulty("a field");
    } else if (mode != Mode.MULTIFIELD && (fields.size() > 1 || fields.get(0).hasWildcard())) {
      arguments.error(
          fields.get(0).span(), "`mode=" + mode.word + "` goes through the values of one field");
    }
    if (arguments.peek() instanceof Argument.Subsearch subsearch) {
      arguments.take();
      Span brackets = subsearch.span();
      templateSpan = new Span(brackets.start() + 1, brackets.end() - 1);
      template = arguments.sourceText(templateSpan);
    } else {
      arguments.missingUnlessFaulty("commands in brackets");
    }
    arguments.expectEnd();
    Places places =
        new Places(
            options.text("fieldstr"),
            options.text("matchstr"),
            List.of(
                options.text("matchseg1"), options.text("matchseg2"), options.text("matchseg3")),
            options.text("itemstr"),
            options.text("iterstr"));
    return new Foreach(mode, fields, template, templateSpan, places, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("foreach")
        .option("mode", mode.word)
        .raw("fieldstr=" + SplWriter.quote(places.field()))
        .raw("matchstr=" + SplWriter.quote(places.match()))
        .raw("matchseg1=" + SplWriter.quote(places.segments().get(0)))
        .raw("matchseg2=" + SplWriter.quote(places.segments().get(1)))
        .raw("matchseg3=" + SplWriter.quote(places.segments().get(2)))
        .raw("itemstr=" + SplWriter.quote(places.item()))
        .raw("iterstr=" + SplWriter.quote(places.iteration()))
        .fields(fields)
        .raw("[" + template + "]")
        .toString();
  }
}
