package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;

/**
 * Makes a row of each line of the tables in an event's text (spl-semantics §6.2).
 *
 * @param fields the columns that become fields; empty for all
 * @param filter only lines with one of these texts become rows; empty for all
 * @param copiesFields whether the event's fields are copied to its rows
 * @param headerLine the line of the columns' names, counted from 1; 0 to look for it
 * @param hasHeader whether there is a line of names
 * @param several whether a blank line may end a table before another
 * @param dropsEvent whether the event itself is left out
 */
public record Multikv(
    List<FieldName> fields,
    List<String> filter,
    boolean copiesFields,
    long headerLine,
    boolean hasHeader,
    boolean several,
    boolean dropsEvent,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Multikv> SYNTAX =
      CommandSyntax.named("multikv", "Makes a row of each line of a table in a text")
          .usage("multikv [fields <field> ...] [filter <text> ...]")
          .option("conf", OptionSpec.Type.TEXT, "", "Refused: a stanza of a server's multikv.conf")
          .option(
              "copyattrs", OptionSpec.Type.BOOLEAN, "true", "Copy the event's fields to its rows")
          .option(
              "forceheader",
              OptionSpec.Type.INTEGER,
              "",
              "The line with the names of the columns, counted from 1 without blank lines")
          .option(
              "multitable",
              OptionSpec.Type.BOOLEAN,
              "true",
              "A blank line ends a table, so that another may follow")
          .option("noheader", OptionSpec.Type.BOOLEAN, "false", "Number the columns: Column_1, ...")
          .option("rmorig", OptionSpec.Type.BOOLEAN, "true", "Leave out the event itself")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Multikv::bind);

  public Multikv {
    fields = List.copyOf(fields);
    filter = List.copyOf(filter);
  }

  private static Multikv bind(Arguments arguments) {
    Options options = arguments.options();
    if (options.has("conf")) {
      arguments.report(
          Diagnostic.error(
                  DiagnosticCode.UNSUPPORTED,
                  "`conf` needs a multikv.conf of a Splunk server, and there is none here")
              .hint("say what the table is like by forceheader, noheader and multitable"),
          options.span("conf"));
    }
    List<FieldName> fields = new ArrayList<>();
    List<String> filter = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.takeKeyword("fields")) {
        List<FieldName> taken = arguments.takeFields("filter");
        if (taken.isEmpty()) {
          arguments.missing("fields after `fields`");
        }
        fields.addAll(taken);
      } else if (arguments.takeKeyword("filter")) {
        takeTerms(arguments, filter);
      } else {
        arguments.reject();
      }
    }
    arguments.rejectWildcards(fields, "`fields`");
    long line = options.has("forceheader") ? options.integer("forceheader", 1) : 0;
    boolean noHeader = options.bool("noheader");
    if (noHeader && line > 0) {
      arguments.error(
          options.span("forceheader"), "`forceheader` and `noheader` exclude each other");
    }
    return new Multikv(
        fields,
        filter,
        options.bool("copyattrs"),
        line,
        !noHeader,
        options.bool("multitable") && !noHeader,
        options.bool("rmorig"),
        arguments.span());
  }

  private static void takeTerms(Arguments arguments, List<String> filter) {
    int before = filter.size();
    while (!arguments.atEnd()
        && !arguments.atKeyword("fields", "filter")
        && arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      filter.add(word.text());
    }
    if (filter.size() == before) {
      arguments.missing("texts after `filter`");
    }
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("multikv")
            .option("copyattrs", copiesFields)
            .option("multitable", several)
            .option("noheader", !hasHeader)
            .option("rmorig", dropsEvent);
    if (headerLine > 0) {
      writer.option("forceheader", headerLine);
    }
    if (!fields.isEmpty()) {
      writer.raw("fields").list(fields.stream().map(f -> SplWriter.quote(f.name())).toList());
    }
    if (!filter.isEmpty()) {
      writer.raw("filter").list(filter.stream().map(SplWriter::quote).toList());
    }
    return writer.toString();
  }
}
