package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;

/**
 * How top and rare count combinations of values (spl-semantics §6.1 top / rare).
 *
 * @param fields at least one, if binding found no error
 * @param by the fields that make groups; empty for one group of all rows
 * @param limit how many combinations of each group are kept; 0 for all
 * @param countField the column of the counts; empty to leave it out
 * @param percentField the column of the shares; empty to leave it out
 * @param other what stands in the fields of a row for those beyond the limit; empty for no row
 */
public record Frequency(
    List<FieldName> fields,
    List<FieldName> by,
    long limit,
    String countField,
    String percentField,
    String other) {
  /** Checks the limit. */
  public Frequency {
    if (limit < 0) {
      throw new IllegalArgumentException("negative limit " + limit);
    }
    fields = List.copyOf(fields);
    by = List.copyOf(by);
  }

  /** Starts the declaration of top or rare. */
  static CommandSyntax.Builder syntax(String name, String summary) {
    return CommandSyntax.named(name, summary)
        .usage(name + " [<limit>] <field> ... [BY <field> ...]")
        .option(
            "limit",
            OptionSpec.Type.INTEGER,
            "10",
            "How many combinations to keep, the same as <limit>; 0 for all")
        .option("showcount", OptionSpec.Type.BOOLEAN, "true", "Give the counts")
        .option("showperc", OptionSpec.Type.BOOLEAN, "true", "Give the shares")
        .option("countfield", OptionSpec.Type.TEXT, "count", "Name of the column of the counts")
        .option("percentfield", OptionSpec.Type.TEXT, "percent", "Name of the column of the shares")
        .option(
            "useother",
            OptionSpec.Type.BOOLEAN,
            "false",
            "Add a row for all combinations beyond the limit")
        .option("otherstr", OptionSpec.Type.TEXT, "OTHER", "What stands in the fields of that row")
        .fields(FieldTrait.DROPS_OTHERS);
  }

  static Frequency take(Arguments arguments) {
    long limit = arguments.count("limit", 0);
    List<FieldName> fields = arguments.takeFields("by");
    List<FieldName> by = List.of();
    if (arguments.takeKeyword("by")) {
      by = GroupKeys.take(arguments);
    }
    arguments.expectEnd();
    if (fields.isEmpty()) {
      arguments.missingUnlessFaulty("a field");
    }
    arguments.rejectWildcards(fields, "this list");
    Options options = arguments.options();
    String count = options.bool("showcount") ? options.text("countfield") : "";
    String percent = options.bool("showperc") ? options.text("percentfield") : "";
    List<FieldName> all = new ArrayList<>(fields);
    all.addAll(by);
    for (FieldName field : all) {
      if (field.name().equals(count) || field.name().equals(percent)) {
        arguments.error(
            field.span(),
            "the field `" + field.name() + "` has the name of a column that is made",
            "name that column with `countfield=` or `percentfield=`");
      }
    }
    for (FieldName field : by) {
      if (fields.stream().anyMatch(other -> other.name().equals(field.name()))) {
        arguments.error(field.span(), "`" + field.name() + "` stands before and after `BY`");
      }
    }
    String other = options.bool("useother") ? options.text("otherstr") : "";
    return new Frequency(fields, by, limit, count, percent, other);
  }

  String toSpl(String name) {
    SplWriter writer =
        new SplWriter(name)
            .option("limit", limit)
            .option("showcount", !countField.isEmpty())
            .option("showperc", !percentField.isEmpty());
    if (!countField.isEmpty()) {
      writer.option("countfield", countField);
    }
    if (!percentField.isEmpty()) {
      writer.option("percentfield", percentField);
    }
    writer.option("useother", !other.isEmpty());
    if (!other.isEmpty()) {
      writer.option("otherstr", other);
    }
    return writer.fields(fields).by(by).toString();
  }
}
