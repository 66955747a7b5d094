package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that are unlikely (spl-semantics §6.2).
 *
 * @param action what becomes of them; of no account for {@link Method#IQR}
 * @param remove whether {@link Method#IQR} drops rows, and does not cut numbers off
 * @param threshold how unlikely an anomaly is; null for a bound made of the rows
 * @param cutoff whether that bound is a strict one
 * @param fields the fields; empty for all
 */
public record Anomalydetection(
    Method method,
    AnomalyAction action,
    boolean remove,
    @Nullable Double threshold,
    boolean cutoff,
    List<FieldName> fields,
    Span span)
    implements Command {
  private static final List<String> CUT_WORDS = List.of("remove", "rm", "transform", "tf");

  /** How the command is written. */
  public static final CommandSyntax<Anomalydetection> SYNTAX =
      CommandSyntax.named("anomalydetection", "Finds rows that are unlikely")
          .usage("anomalydetection [<field> ...]")
          .choice(
              "method",
              List.of("histogram", "zscore", "iqr"),
              "histogram",
              "How: by the likelihood of a row's values, of each value, or by quartiles")
          .option(
              "action",
              OptionSpec.Type.TEXT,
              "",
              "What is done: filter, annotate or summary; by quartiles remove or transform")
          .option(
              "pthresh", OptionSpec.Type.NUMBER, "", "How unlikely an anomaly is; 0.01 for zscore")
          .option(
              "cutoff", OptionSpec.Type.BOOLEAN, "true", "Take a strict bound, for fewer anomalies")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Anomalydetection::bind);

  public Anomalydetection {
    fields = List.copyOf(fields);
  }

  /** How anomalies are found. */
  public enum Method {
    /** By the likelihood of all values of a row together. */
    HISTOGRAM,
    /** By that of each value. */
    ZSCORE,
    /** By the quartiles of each field. */
    IQR
  }

  private static Anomalydetection bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    Options options = arguments.options();
    Method method = Method.valueOf(options.choice("method").toUpperCase(Locale.ROOT));
    List<String> words = method == Method.IQR ? CUT_WORDS : AnomalyAction.WORDS;
    String action = options.text("action").toLowerCase(Locale.ROOT);
    if (!action.isEmpty() && !words.contains(action)) {
      List<String> all = new ArrayList<>(words);
      options.report(
          Diagnostic.error(
                  DiagnosticCode.OPTION_VALUE,
                  "`action` must be one of " + String.join(", ", words) + " with this method")
              .suggest(action, all),
          options.span("action"));
    }
    boolean known = words.contains(action) && method != Method.IQR;
    return new Anomalydetection(
        method,
        known ? AnomalyAction.valueOf(action.toUpperCase(Locale.ROOT)) : AnomalyAction.FILTER,
        action.startsWith("r"),
        options.has("pthresh") ? (Double) options.number("pthresh", 0, 1) : null,
        options.bool("cutoff"),
        fields,
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("anomalydetection").option("method", method.name().toLowerCase(Locale.ROOT));
    if (method == Method.IQR) {
      writer.option("action", remove ? "remove" : "transform");
    } else {
      writer.option("action", action.name().toLowerCase(Locale.ROOT));
    }
    if (threshold != null) {
      writer.option("pthresh", Numbers.format(threshold));
    }
    return writer.option("cutoff", cutoff).fields(fields).toString();
  }
}
