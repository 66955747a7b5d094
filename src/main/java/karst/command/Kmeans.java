package karst.command;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.Numbers;

/**
 * Puts rows whose numbers are near each other together (spl-semantics §6.2).
 *
 * @param from how many clusters at least
 * @param to how many clusters at most; if that is more, a table about each number comes out
 * @param repetitions how many starts are tried
 * @param iterations how often the centres of a start are moved at most
 * @param tolerance a start is done when no centre moves farther
 * @param field the field that is set to a cluster's number
 * @param centroids whether fields are set to the centres
 * @param fields the fields with the numbers; empty for all that have only numbers
 */
public record Kmeans(
    int from,
    int to,
    long repetitions,
    long iterations,
    double tolerance,
    Distance distance,
    String field,
    boolean centroids,
    List<FieldName> fields,
    Span span)
    implements Command {
  private static final int MOST = 1000;
  private static final Pattern CLUSTERS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

  /** How the command is written. */
  public static final CommandSyntax<Kmeans> SYNTAX =
      CommandSyntax.named("kmeans", "Puts rows whose numbers are near each other together")
          .usage("kmeans [<field> ...]")
          .option("k", OptionSpec.Type.TEXT, "2", "How many clusters: a number, or from-to")
          .option("reps", OptionSpec.Type.INTEGER, "10", "How many starts are tried")
          .option(
              "maxiters", OptionSpec.Type.INTEGER, "10000", "How often centres are moved at most")
          .option("t", OptionSpec.Type.NUMBER, "0", "Be done when no centre moves farther")
          .option("cnumfield", OptionSpec.Type.FIELD, "CLUSTERNUM", "The field for the number")
          .choice(
              "distype",
              List.of(
                  "l1",
                  "l1norm",
                  "cityblock",
                  "cb",
                  "l2",
                  "l2norm",
                  "sq",
                  "sqeuclidean",
                  "cos",
                  "cosine"),
              "sqeuclidean",
              "What is near: by absolute or squared differences, or by the angle")
          .option("showcentroid", OptionSpec.Type.BOOLEAN, "true", "Add the centre of the cluster")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Kmeans::bind);

  public Kmeans {
    fields = List.copyOf(fields);
  }

  /** What is near. */
  public enum Distance {
    /** The sum of absolute differences. */
    CITY_BLOCK,
    /** The sum of squared differences. */
    SQUARED,
    /** One without the cosine of the angle between. */
    COSINE
  }

  private static Kmeans bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    Options options = arguments.options();
    Matcher clusters = CLUSTERS.matcher(options.text("k"));
    int from = clusters.matches() ? Integer.parseInt(clusters.group(1)) : 0;
    int to = from > 0 && clusters.group(2) != null ? Integer.parseInt(clusters.group(2)) : from;
    if (from < 1 || to < from || to > MOST) {
      options.report(
          Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`k` cannot be `" + options.text("k") + "`")
              .label("expected a number such as 3, or two such as 2-5, of at most " + MOST),
          options.span("k"));
    }
    String kind = options.choice("distype");
    Distance distance =
        kind.startsWith("co")
            ? Distance.COSINE
            : kind.startsWith("l1") || kind.startsWith("c")
                ? Distance.CITY_BLOCK
                : Distance.SQUARED;
    return new Kmeans(
        from,
        to,
        options.integer("reps", 1),
        options.integer("maxiters", 1),
        options.number("t", 0, Double.MAX_VALUE),
        distance,
        options.text("cnumfield"),
        options.bool("showcentroid"),
        fields,
        arguments.span());
  }

  @Override
  public String toSpl() {
    String kind =
        switch (distance) {
          case CITY_BLOCK -> "cityblock";
          case SQUARED -> "sqeuclidean";
          case COSINE -> "cosine";
        };
    return new SplWriter("kmeans")
        .option("k", from == to ? "" + from : from + "-" + to)
        .option("reps", repetitions)
        .option("maxiters", iterations)
        .option("t", Numbers.format(tolerance))
        .option("cnumfield", field)
        .option("distype", kind)
        .option("showcentroid", centroids)
        .fields(fields)
        .toString();
  }
}
