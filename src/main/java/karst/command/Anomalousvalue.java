package karst.command;

import java.util.List;
import java.util.Locale;
import karst.ast.FieldName;
import karst.source.Span;
import karst.type.Numbers;

/**
 * Finds values that are rare, or far from the mean of their field (spl-semantics §6.2).
 *
 * @param threshold a value is an anomaly if it is less likely than this
 * @param limits which fields are looked at
 * @param fields the fields; empty for all
 */
public record Anomalousvalue(
    AnomalyAction action, double threshold, Limits limits, List<FieldName> fields, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Anomalousvalue> SYNTAX =
      CommandSyntax.named("anomalousvalue", "Finds values that are rare, or far from the mean")
          .usage("anomalousvalue [<field> ...]")
          .choice("action", AnomalyAction.WORDS, "filter", AnomalyAction.SUMMARY_OF_OPTION)
          .option("pthresh", OptionSpec.Type.NUMBER, "0.01", "How unlikely an anomaly is")
          .option(
              "minsupcount",
              OptionSpec.Type.INTEGER,
              "100",
              "Leave out fields that fewer rows have")
          .option(
              "minsupfreq",
              OptionSpec.Type.NUMBER,
              "0.05",
              "Leave out fields that a smaller part of the rows have")
          .option(
              "maxanofreq",
              OptionSpec.Type.NUMBER,
              "0.05",
              "Leave out fields with more anomalies, as a part of their values")
          .option(
              "minnormfreq",
              OptionSpec.Type.NUMBER,
              "0.01",
              "Leave out fields with fewer anomalies, as a part of their values")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Anomalousvalue::bind);

  public Anomalousvalue {
    fields = List.copyOf(fields);
  }

  /**
   * Which fields are looked at.
   *
   * @param count those that at least so many rows have
   * @param part those that at least this part of the rows have
   * @param most those of whose values at most this part are anomalies
   * @param least those of whose values at least this part are anomalies
   */
  public record Limits(long count, double part, double most, double least) {
    /** The limits where none are given. */
    public static final Limits DEFAULT = new Limits(100, 0.05, 0.05, 0.01);
  }

  private static Anomalousvalue bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    Options options = arguments.options();
    return new Anomalousvalue(
        AnomalyAction.valueOf(options.choice("action").toUpperCase(Locale.ROOT)),
        options.number("pthresh", 0, 1),
        new Limits(
            options.integer("minsupcount", 1),
            options.number("minsupfreq", 0, 1),
            options.number("maxanofreq", 0, 1),
            options.number("minnormfreq", 0, 1)),
        fields,
        arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("anomalousvalue")
        .option("action", action.name().toLowerCase(Locale.ROOT))
        .option("pthresh", Numbers.format(threshold))
        .option("minsupcount", limits.count)
        .option("minsupfreq", Numbers.format(limits.part))
        .option("maxanofreq", Numbers.format(limits.most))
        .option("minnormfreq", Numbers.format(limits.least))
        .fields(fields)
        .toString();
  }
}
