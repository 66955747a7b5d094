package karst.command;

import java.util.List;
import java.util.Locale;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Lists the hosts, sources or source types of events (spl-semantics §6.2).
 *
 * @param type which of them; without meaning if binding found an error
 * @param indexes the names of indexes, perhaps with wildcards; empty for all
 */
public record Metadata(Type type, List<FieldName> indexes, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Metadata> SYNTAX =
      CommandSyntax.named("metadata", "Lists the hosts, sources or source types of events")
          .usage("metadata type=<name> [index=<name>] ...")
          .generating()
          .choice("type", List.of("hosts", "sources", "sourcetypes"), "", "Which of them")
          .choice("datatype", List.of("event"), "event", "Of what: there are events only")
          .ignoredOption("splunk_server", OptionSpec.Type.TEXT, "", "there is no server")
          .ignoredOption("splunk_server_group", OptionSpec.Type.TEXT, "", "there is no server")
          .bind(Metadata::bind);

  public Metadata {
    indexes = List.copyOf(indexes);
  }

  /** What is listed. */
  public enum Type {
    /** The hosts. */
    HOSTS("host"),
    /** The sources. */
    SOURCES("source"),
    /** The source types. */
    SOURCETYPES("sourcetype");

    private final String field;

    Type(String field) {
      this.field = field;
    }

    /** Returns the field of an event. */
    public String field() {
      return field;
    }
  }

  private static Metadata bind(Arguments arguments) {
    List<FieldName> indexes = IndexNames.take(arguments);
    Options options = arguments.options();
    String type = options.choice("type");
    if (!options.has("type")) {
      arguments.missingUnlessFaulty("`type=hosts`, `type=sources` or `type=sourcetypes`");
    }
    options.choice("datatype");
    return new Metadata(
        type.isEmpty() ? Type.HOSTS : Type.valueOf(type.toUpperCase(Locale.ROOT)),
        indexes,
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("metadata").option("type", type.name().toLowerCase(Locale.ROOT));
    indexes.forEach(index -> writer.option("index", index.name()));
    return writer.toString();
  }
}
