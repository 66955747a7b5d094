package karst.command;

import karst.ast.Argument;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Sets a field for each name with a value in the text of an event (spl-semantics §6.1).
 *
 * @param pairDelimiters the characters between pairs; null to look for {@code name=value} anywhere
 * @param keyDelimiters the characters between a name and its value
 * @param limit the most pairs of an event
 * @param maxChars no more characters of an event are looked into
 * @param addsValues whether a field gets every value, rather than only the first
 * @param cleansKeys whether names are made of letters, digits and underscores
 */
public record Extract(
    @Nullable String pairDelimiters,
    String keyDelimiters,
    long limit,
    long maxChars,
    boolean addsValues,
    boolean cleansKeys,
    Span span)
    implements Command {
  /** What stands between pairs, where only the delimiters within pairs are given. */
  private static final String BETWEEN_PAIRS = " \t\r\n,;";

  private static final String WITHIN_PAIRS = "=";

  /** How the command is written. */
  public static final CommandSyntax<Extract> SYNTAX =
      CommandSyntax.named("extract", "Sets a field for each name with a value in an event's text")
          .alias("kv")
          .usage("extract [<option> ...]")
          .option("pairdelim", OptionSpec.Type.TEXT, "", "The characters between pairs")
          .option(
              "kvdelim",
              OptionSpec.Type.TEXT,
              "",
              "The characters between a name and its value; = if only pairdelim is given")
          .option("limit", OptionSpec.Type.INTEGER, "50", "The most pairs of an event")
          .option(
              "maxchars",
              OptionSpec.Type.INTEGER,
              "10240",
              "No more characters of an event are looked into")
          .option(
              "mv_add",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Set every value of a name, those of a field that is there before as well")
          .option(
              "clean_keys",
              OptionSpec.Type.BOOLEAN,
              "true",
              "Put underscores into names for what is no letter or digit")
          .option(
              "auto",
              OptionSpec.Type.BOOLEAN,
              "true",
              "Look for name=value anywhere, where no delimiters are given")
          .ignoredOption(
              "segment", OptionSpec.Type.BOOLEAN, "false", "the places of pairs are not kept")
          .ignoredOption(
              "reload", OptionSpec.Type.BOOLEAN, "false", "no files of a server are read")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Extract::bind);

  private static Extract bind(Arguments arguments) {
    Options options = arguments.options();
    arguments.rejectOptions();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Word word) {
        arguments.take();
        arguments.error(
            word.span(),
            "no extraction is called `" + word.text() + "`",
            "an extraction with a name is a stanza of a server's transforms.conf: say what it does"
                + " by pairdelim and kvdelim, or by rex");
      } else {
        arguments.reject();
      }
    }
    String pairs = delimiters(options, "pairdelim", arguments);
    String keys = delimiters(options, "kvdelim", arguments);
    if (pairs == null && keys == null && !options.bool("auto")) {
      arguments.error(
          options.span("auto"), "nothing is extracted", "give delimiters: pairdelim and kvdelim");
    }
    return new Extract(
        pairs == null && keys != null ? BETWEEN_PAIRS : pairs,
        keys == null ? WITHIN_PAIRS : keys,
        options.integer("limit", 1),
        options.integer("maxchars", 1),
        options.bool("mv_add"),
        options.bool("clean_keys"),
        arguments.span());
  }

  private static @Nullable String delimiters(Options options, String name, Arguments arguments) {
    String text = options.textOrNull(name);
    if (text != null && text.isEmpty()) {
      arguments.error(options.span(name), "`" + name + "` is empty", "name each delimiter");
      return null;
    }
    return text == null
        ? null
        : text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("extract");
    if (pairDelimiters != null) {
      writer.raw("pairdelim=" + SplWriter.quote(written(pairDelimiters)));
      writer.raw("kvdelim=" + SplWriter.quote(written(keyDelimiters)));
    }
    return writer
        .option("limit", limit)
        .option("maxchars", maxChars)
        .option("mv_add", addsValues)
        .option("clean_keys", cleansKeys)
        .toString();
  }

  private static String written(String delimiters) {
    return delimiters.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }
}
