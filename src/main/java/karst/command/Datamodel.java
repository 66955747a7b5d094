package karst.command;

import java.util.List;
import java.util.Locale;
import karst.ast.Argument;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;

/**
 * Reads the events of a dataset (spl-semantics §6.1).
 *
 * @param name the dataset; its parts are empty only after an error
 * @param prefixed whether the model's fields have the dataset's name before theirs
 */
public record Datamodel(DataModelName name, boolean prefixed, Span span) implements Command {
  private static final List<String> MODES = List.of("search", "flat", "acceleration_search");

  /** How the command is written. */
  public static final CommandSyntax<Datamodel> SYNTAX =
      CommandSyntax.named("datamodel", "Reads the events of a dataset")
          .usage("datamodel <model> <dataset> (search|flat|acceleration_search)")
          .generating()
          .ignoredOption(
              "strict_fields", OptionSpec.Type.BOOLEAN, "true", "Leave out fields not in the model")
          .ignoredOption(
              "allow_old_summaries", OptionSpec.Type.BOOLEAN, "false", "Read outdated summaries")
          .ignoredOption(
              "summariesonly", OptionSpec.Type.BOOLEAN, "false", "Read nothing but summaries")
          .bind(Datamodel::bind);

  private static Datamodel bind(Arguments arguments) {
    String model = word(arguments, "the name of a data model");
    Span span = arguments.nextSpan();
    String dataset = word(arguments, "the name of a dataset");
    String mode = mode(arguments);
    arguments.expectEnd();
    return new Datamodel(
        new DataModelName(model, dataset, span), !mode.equals("flat"), arguments.span());
  }

  private static String word(Arguments arguments, String what) {
    arguments.skipCommas();
    if (arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      return word.text();
    }
    arguments.missingUnlessFaulty(what);
    return "";
  }

  private static String mode(Arguments arguments) {
    arguments.skipCommas();
    if (!(arguments.peek() instanceof Argument.Word word)) {
      arguments.missingUnlessFaulty(
          "`search` or `flat`: what a model looks like is not shown here");
      return "search";
    }
    arguments.take();
    String mode = word.text().toLowerCase(Locale.ROOT);
    if (!MODES.contains(mode)) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.ARGUMENT, "`datamodel` has no mode `" + mode + "`")
              .suggest(mode, MODES)
              .hint("its modes are " + String.join(", ", MODES)),
          word.span());
    }
    return mode;
  }

  @Override
  public String toSpl() {
    return new SplWriter("datamodel")
        .word(name.model())
        .word(String.valueOf(name.dataset()))
        .raw(prefixed ? "search" : "flat")
        .toString();
  }
}
