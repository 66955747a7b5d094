package karst.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import karst.ast.Argument;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.command.CommandSyntax;
import karst.command.FieldTrait;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline wants of the events that it begins with (design §2, schema on read by demand).
 *
 * <p>The names are every word of the pipeline that could be a field: one too many costs nothing,
 * since a column that no command uses is not read. Whether all fields are wanted depends on what
 * comes before the first command that keeps only fields that it names.
 *
 * @param names the fields that may be named
 * @param all whether fields are wanted that the pipeline does not name
 * @param ordered whether the order of the events can be seen in the result
 */
public record FieldDemand(Set<String> names, boolean all, boolean ordered) {
  /** Nothing but what every event has. */
  public static final FieldDemand NONE = new FieldDemand(Set.of(), false, true);

  private static final Set<String> ORDERED_FUNCTIONS = Set.of("first", "last", "list");

  public FieldDemand {
    names = Set.copyOf(names);
  }

  /**
   * Returns the demand of a pipeline.
   *
   * @param outer names that the pipelines around it may demand of its result
   * @param syntaxes returns the syntax of a command by its name, null if there is none
   */
  public static FieldDemand of(
      Pipeline pipeline, Set<String> outer, Function<String, @Nullable CommandSyntax<?>> syntaxes) {
    Set<String> names = new LinkedHashSet<>(outer);
    NamedFields.collect(pipeline, names);
    boolean ordered = false;
    for (RawCommand command : pipeline.commands()) {
      CommandSyntax<?> syntax = syntaxes.apply(command.name());
      if (syntax == null) {
        return new FieldDemand(names, true, true);
      }
      names.addAll(syntax.usualFields());
      if (mayTakeOthers(command, syntax)) {
        return new FieldDemand(names, true, true);
      }
      if (syntax.has(FieldTrait.DROPS_OTHERS) && !removes(command)) {
        ordered |= !syntax.has(FieldTrait.IN_ANY_ORDER) || hasOrderedFunction(command.arguments());
        return new FieldDemand(names, false, ordered);
      }
      ordered |= !syntax.has(FieldTrait.ROW_BY_ROW);
    }
    return new FieldDemand(names, true, true);
  }

  /** Whether a command may take fields that it does not name. */
  private static boolean mayTakeOthers(RawCommand command, CommandSyntax<?> syntax) {
    boolean byPattern = !syntax.has(FieldTrait.STARS_ARE_TEXT) && hasPattern(command.arguments());
    // The text of a subsearch is not known yet, nor which fields it keeps.
    boolean byText = syntax.has(FieldTrait.DROPS_OTHERS) && hasSubsearch(command);
    return byPattern
        || byText
        || syntax.has(FieldTrait.TAKES_ALL)
        || (syntax.has(FieldTrait.TAKES_ALL_UNLESS_NAMED) && namesNothing(command));
  }

  private static boolean namesNothing(RawCommand command) {
    return command.arguments().stream()
        .allMatch(a -> a instanceof Argument.Option || a instanceof Argument.Subsearch);
  }

  private static boolean hasSubsearch(RawCommand command) {
    return command.arguments().stream()
        .anyMatch(
            argument ->
                argument instanceof Argument.Subsearch
                    || (argument instanceof Argument.Option option
                        && option.value() instanceof Argument.Subsearch));
  }

  private static boolean removes(RawCommand command) {
    return command.name().equals("fields")
        && !command.arguments().isEmpty()
        && command.arguments().get(0) instanceof Argument.Word word
        && word.text().startsWith("-");
  }

  private static boolean hasPattern(List<Argument> arguments) {
    return arguments.stream().anyMatch(FieldDemand::hasPattern);
  }

  private static boolean hasPattern(Argument argument) {
    if (argument instanceof Argument.Word word) {
      return word.text().indexOf('*') >= 0;
    }
    if (argument instanceof Argument.Option option) {
      return hasPattern(option.value());
    }
    return argument instanceof Argument.Call call && hasPattern(call.arguments());
  }

  private static boolean hasOrderedFunction(List<Argument> arguments) {
    return arguments.stream()
        .anyMatch(
            argument ->
                argument instanceof Argument.Call call
                    && ORDERED_FUNCTIONS.contains(call.name().toLowerCase(Locale.ROOT)));
  }
}
