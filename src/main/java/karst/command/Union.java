package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.Pipeline;
import karst.source.Span;

/**
 * Puts the rows of several datasets together, after those that came before (spl-semantics §6.1).
 *
 * @param maxOut the most rows of each dataset
 * @param datasets at least one, if binding found no error
 */
public record Union(long maxOut, List<Dataset> datasets, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Union> SYNTAX =
      CommandSyntax.named("union", "Puts the rows of several datasets together")
          .takesSubsearches()
          .usage("union (<table> | datamodel:<model>.<dataset> | lookup:<name> | [<search>]) ...")
          .generating()
          .option("maxout", OptionSpec.Type.INTEGER, "50000", "Most rows of each dataset")
          .ignoredOption(
              "maxtime", OptionSpec.Type.INTEGER, "60", "How long a search may take, in seconds")
          .ignoredOption(
              "timeout", OptionSpec.Type.INTEGER, "60", "How long to wait for it, in seconds")
          .bind(Union::bind);

  public Union {
    datasets = List.copyOf(datasets);
  }

  /** Rows to put together. */
  public sealed interface Dataset {
    /** The rows of a search. */
    record Search(Pipeline pipeline) implements Dataset {}

    /** The rows that {@code from} reads. */
    record Named(From from) implements Dataset {}
  }

  private static Union bind(Arguments arguments) {
    List<Dataset> datasets = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Subsearch subsearch) {
        arguments.take();
        datasets.add(new Dataset.Search(subsearch.pipeline()));
      } else if (arguments.peek() instanceof Argument.Word) {
        datasets.add(new Dataset.Named(From.take(arguments)));
      } else {
        arguments.reject();
      }
    }
    if (datasets.isEmpty()) {
      arguments.missingUnlessFaulty("a dataset");
    }
    return new Union(Subsearches.maxOut(arguments), datasets, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("union").option("maxout", maxOut);
    for (Dataset dataset : datasets) {
      if (dataset instanceof Dataset.Search search) {
        writer.subsearch(search.pipeline());
      } else if (dataset instanceof Dataset.Named named) {
        writer.raw(named.from().toSpl().substring("from ".length()));
      }
    }
    return writer.toString();
  }
}
