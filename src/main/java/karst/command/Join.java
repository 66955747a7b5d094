package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.ast.Pipeline;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Adds the fields of those rows of a subsearch that agree with a row (spl-semantics §6.1).
 *
 * @param outer whether a row that agrees with none stays
 * @param useTime whether times must be in order too
 * @param earlier whether the subsearch's row must be the older one, else the younger
 * @param overwrite whether the subsearch's value counts where both have a field
 * @param max how many rows of the subsearch a row takes; 0 for all
 * @param keys what must agree; empty for all fields that both sides have
 * @param aliases what fields get before their names; null for nothing
 * @param subsearch without commands only after an error
 */
public record Join(
    boolean outer,
    boolean useTime,
    boolean earlier,
    boolean overwrite,
    long max,
    List<Key> keys,
    @Nullable Aliases aliases,
    Pipeline subsearch,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Join> SYNTAX =
      CommandSyntax.named("join", "Adds the fields of those rows of a subsearch that agree")
          .takesSubsearches()
          .usage(
              "join [<field> ...] [<subsearch>] | join left=<alias> right=<alias> WHERE"
                  + " <alias>.<field>=<alias>.<field> ... [<subsearch>]")
          .choice(
              "type",
              List.of("inner", "left", "outer"),
              "inner",
              "Whether rows that agree with none are dropped, or (left, outer) stay")
          .option(
              "usetime",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Take only rows that are older, or younger")
          .option(
              "earlier",
              OptionSpec.Type.BOOLEAN,
              "true",
              "With usetime: the rows of the subsearch are the older ones")
          .option(
              "overwrite",
              OptionSpec.Type.BOOLEAN,
              "true",
              "Take the value of the subsearch where both have a field")
          .option("max", OptionSpec.Type.INTEGER, "1", "Most rows that a row takes; 0 for all")
          .option(
              "left", OptionSpec.Type.TEXT, "", "What the fields of the rows get before a point")
          .option(
              "right", OptionSpec.Type.TEXT, "", "What those of the subsearch get before a point")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Join::bind);

  public Join {
    keys = List.copyOf(keys);
  }

  /** Fields that must agree. */
  public record Key(FieldName left, FieldName right) {}

  /** What stands before the names of fields. */
  public record Aliases(String left, String right) {}

  private static Join bind(Arguments arguments) {
    Options options = arguments.options();
    Aliases aliases = aliases(arguments);
    List<Key> keys = new ArrayList<>();
    if (aliases == null) {
      for (FieldName field : arguments.takeFields()) {
        arguments.rejectWildcards(List.of(field), "`join`");
        keys.add(new Key(field, field));
      }
    } else if (arguments.takeKeyword("where")) {
      pairs(arguments, aliases, keys);
    }
    if (aliases != null && keys.isEmpty()) {
      arguments.missingUnlessFaulty("a pair of fields after `WHERE`, such as `L.id=R.id`");
    }
    Pipeline subsearch = Subsearches.take(arguments);
    arguments.expectEnd();
    return new Join(
        !options.choice("type").equals("inner"),
        options.bool("usetime"),
        options.bool("earlier"),
        options.bool("overwrite"),
        options.integer("max", 0),
        keys,
        aliases,
        subsearch,
        arguments.span());
  }

  private static @Nullable Aliases aliases(Arguments arguments) {
    Options options = arguments.options();
    if (!options.has("left") && !options.has("right")) {
      return null;
    }
    if (!options.has("left") || !options.has("right")) {
      String given = options.has("left") ? "left" : "right";
      arguments.error(
          options.span(given), "`left` and `right` go together, and only one of them is here");
    }
    return new Aliases(options.text("left"), options.text("right"));
  }

  private static void pairs(Arguments arguments, Aliases aliases, List<Key> keys) {
    while (!arguments.atEnd() && !(arguments.peek() instanceof Argument.Subsearch)) {
      if (arguments.takeKeyword("and")) {
        continue;
      }
      Key key = arguments.peek() instanceof Argument.Option pair ? key(pair, aliases) : null;
      if (key != null) {
        keys.add(key);
        arguments.take();
      } else {
        arguments.error(
            arguments.nextSpan(),
            "after `WHERE` stands a field of each side, such as `"
                + aliases.left()
                + ".id="
                + aliases.right()
                + ".id`");
        arguments.take();
      }
    }
  }

  /** Either side may stand first. */
  private static @Nullable Key key(Argument.Option pair, Aliases aliases) {
    if (!(pair.value() instanceof Argument.Word value)) {
      return null;
    }
    FieldName first = new FieldName(pair.name(), pair.nameSpan());
    FieldName second = new FieldName(value.text(), value.span());
    FieldName left = without(first, aliases.left());
    FieldName right = without(second, aliases.right());
    if (left != null && right != null) {
      return new Key(left, right);
    }
    left = without(second, aliases.left());
    right = without(first, aliases.right());
    return left != null && right != null ? new Key(left, right) : null;
  }

  private static @Nullable FieldName without(FieldName field, String alias) {
    String prefix = alias + ".";
    return field.name().startsWith(prefix) && field.name().length() > prefix.length()
        ? new FieldName(field.name().substring(prefix.length()), field.span())
        : null;
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("join")
            .option("type", outer ? "outer" : "inner")
            .option("usetime", useTime)
            .option("earlier", earlier)
            .option("overwrite", overwrite)
            .option("max", max);
    Aliases names = aliases;
    if (names == null) {
      writer.fields(keys.stream().map(Key::left).toList());
    } else {
      writer.option("left", names.left()).option("right", names.right()).raw("WHERE");
      writer.list(
          keys.stream()
              .map(
                  key ->
                      SplWriter.quoteIfNeeded(names.left() + "." + key.left().name())
                          + "="
                          + SplWriter.quoteIfNeeded(names.right() + "." + key.right().name()))
              .toList());
    }
    return writer.subsearch(subsearch).toString();
  }
}
