package karst.command;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows with similar texts together (spl-semantics §6.2).
 *
 * @param threshold how similar texts of one cluster are, between 0 and 1
 * @param delimiters what stands between the words of a text; null for all but letters, digits, _
 * @param field where the texts are
 * @param labelField the field that is set to a cluster's number
 * @param countField the field that is set to the number of rows of a cluster; empty for none
 * @param labelOnly whether all rows stay, and not only the first of each cluster
 */
public record Cluster(
    double threshold,
    @Nullable String delimiters,
    Match match,
    FieldName field,
    String labelField,
    String countField,
    boolean labelOnly,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Cluster> SYNTAX =
      CommandSyntax.named("cluster", "Puts rows with similar texts together")
          .option("t", OptionSpec.Type.NUMBER, "0.8", "How similar texts must be, between 0 and 1")
          .option(
              "delims",
              OptionSpec.Type.TEXT,
              "",
              "The characters between words; none for all but letters, digits and underscores")
          .option("showcount", OptionSpec.Type.BOOLEAN, "false", "Add the size of the cluster")
          .option("countfield", OptionSpec.Type.FIELD, "cluster_count", "The field for that size")
          .option("labelfield", OptionSpec.Type.FIELD, "cluster_label", "The field for the number")
          .option("field", OptionSpec.Type.FIELD, "_raw", "The field with the text")
          .option(
              "labelonly",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Keep all rows, and not only the first of each cluster")
          .choice(
              "match",
              List.of("termlist", "termset", "ngramset"),
              "termlist",
              "What is compared: words in their order, words in any order, or three characters")
          .bind(Cluster::bind);

  /** What of two texts is compared. */
  public enum Match {
    /** Their words, in order. */
    TERMLIST,
    /** Their words, in any order. */
    TERMSET,
    /** Every three characters that follow on each other. */
    NGRAMSET
  }

  private static Cluster bind(Arguments arguments) {
    arguments.expectEnd();
    Options options = arguments.options();
    double threshold = options.number("t", 0, 1);
    if (threshold == 0 || threshold == 1) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`t` must be more than 0 and less than 1"),
          options.span("t"));
    }
    FieldName field = options.field("field");
    String delimiters = options.text("delims");
    return new Cluster(
        threshold,
        delimiters.isEmpty() ? null : delimiters,
        Match.valueOf(options.choice("match").toUpperCase(Locale.ROOT)),
        Objects.requireNonNullElseGet(field, () -> new FieldName("_raw", arguments.span())),
        options.text("labelfield"),
        options.bool("showcount") ? options.text("countfield") : "",
        options.bool("labelonly"),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("cluster")
            .option("t", Numbers.format(threshold))
            .option("match", match.name().toLowerCase(Locale.ROOT))
            .option("field", field.name())
            .option("labelfield", labelField)
            .option("labelonly", labelOnly)
            .option("showcount", !countField.isEmpty());
    if (delimiters != null) {
      writer.raw("delims=" + SplWriter.quote(delimiters));
    }
    if (!countField.isEmpty()) {
      writer.option("countfield", countField);
    }
    return writer.toString();
  }
}
