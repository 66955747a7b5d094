package karst.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import karst.ast.FieldName;
import karst.source.Span;
import karst.type.WildcardPattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives fields other names, pair after pair from left to right (spl-semantics §6.1, Q16).
 *
 * @param pairs at least one, if binding found no error
 */
public record Rename(List<Pair> pairs, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Rename> SYNTAX =
      CommandSyntax.named("rename", "Gives fields other names")
          .usage("rename <field> AS <name> [, <field> AS <name>]...")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Rename::bind);

  public Rename {
    pairs = List.copyOf(pairs);
  }

  /**
   * A field and its new name.
   *
   * @param field perhaps a pattern
   * @param name with as many stars as the field
   */
  public record Pair(FieldName field, FieldName name) {}

  private static Rename bind(Arguments arguments) {
    List<Pair> pairs = new ArrayList<>();
    while (!arguments.atEnd()) {
      Pair pair = takePair(arguments);
      if (pair != null) {
        Wildcards.checkSameStars(arguments, pair.field().name(), pair.name());
        pairs.add(pair);
      }
    }
    if (pairs.isEmpty()) {
      arguments.missingUnlessFaulty("a field to rename");
    }
    checkTogether(arguments, pairs);
    return new Rename(pairs, arguments.span());
  }

  private static @Nullable Pair takePair(Arguments arguments) {
    if (arguments.atKeyword("as")) {
      arguments.missing("a field before `AS`");
      arguments.take();
      arguments.take();
      return null;
    }
    FieldName field = arguments.takeField("a field to rename");
    if (field == null) {
      arguments.take();
      return null;
    }
    if (arguments.atKeyword("as")) {
      FieldName name = Aliases.take(arguments);
      return name == null ? null : new Pair(field, name);
    }
    arguments.error(
        field.span(),
        "`AS` and a new name must follow `" + field.name() + "`",
        "usage: " + SYNTAX.usage());
    // In `rename a b, c AS d` the lone word after `a` was meant to be the name.
    if (!arguments.skipCommas() && !Arguments.isKeyword(arguments.peekSecond(), "as")) {
      arguments.take();
    }
    return null;
  }

  private static void checkTogether(Arguments arguments, List<Pair> pairs) {
    Map<String, Pair> byField = new HashMap<>();
    Map<String, Pair> byName = new HashMap<>();
    for (Pair pair : pairs) {
      Pair sameField = byField.putIfAbsent(pair.field().name(), pair);
      if (sameField != null) {
        arguments.error(
            pair.field().span(),
            "`" + pair.field().name() + "` is renamed twice",
            "use `eval " + pair.name().name() + "=" + sameField.name().name() + "` for a copy");
      }
      warnOfRenamedName(arguments, byName, pair);
      if (!pair.name().hasWildcard() && byName.put(pair.name().name(), pair) != null) {
        arguments.warn(
            pair.name().span(),
            "two fields get the name `" + pair.name().name() + "`; the last one counts");
      }
    }
  }

  /** Warns where the order matters: an earlier pair makes a field that a later one renames. */
  private static void warnOfRenamedName(Arguments arguments, Map<String, Pair> earlier, Pair pair) {
    WildcardPattern pattern = WildcardPattern.compile(pair.field().name(), true);
    boolean again =
        earlier.entrySet().stream()
            .anyMatch(
                entry ->
                    pattern.matches(entry.getKey())
                        && !entry.getValue().field().name().equals(entry.getKey()));
    if (again) {
      arguments.warn(
          pair.field().span(),
          "`" + pair.field().name() + "` takes in a field that an earlier pair has just named");
    }
  }

  @Override
  public String toSpl() {
    return pairs.stream()
        .map(
            pair ->
                SplWriter.quoteIfNeeded(pair.field().name())
                    + " AS "
                    + SplWriter.quoteIfNeeded(pair.name().name()))
        .collect(Collectors.joining(", ", "rename ", ""));
  }
}
