package karst;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import karst.command.CommandSyntax;
import karst.command.CustomCall;
import karst.command.FieldTrait;
import karst.command.OptionSpec;
import karst.plan.CommandConverter;
import org.jspecify.annotations.Nullable;

/**
 * A command that a program adds to the language, as a function over rows.
 *
 * <pre>{@code
 * CustomCommand defang =
 *     CustomCommand.named("defang", "Makes a URL harmless")
 *         .usage("defang <field>")
 *         .option("into", OptionSpec.Type.TEXT, "defanged", "The field that is set")
 *         .eachRow(
 *             call -> List.of(call.option("into")),
 *             (call, row) -> {
 *               String url = row.text(call.arguments().get(0));
 *               return url == null ? Map.of() : Map.of(call.option("into"), url.replace(".", "[.]"));
 *             });
 * Engine engine = Engine.builder().extensions(Extensions.none().command(defang)).build();
 * }</pre>
 *
 * <p>Values are null, numbers, texts, or collections of them for several values. A function may be
 * called by several threads at once. An exception that it throws ends the search with an error at
 * the command.
 */
public final class CustomCommand {
  private final CommandTable.Entry<CustomCall> entry;

  private CustomCommand(CommandSyntax<CustomCall> syntax, CommandConverter<CustomCall> converter) {
    this.entry = CommandTable.entry(syntax, converter);
  }

  /** What a command does to a row. */
  @FunctionalInterface
  public interface RowFunction {
    /** Returns the fields to set and their values; null to leave the row out. */
    @Nullable Map<String, ?> apply(CustomCall call, InputRow row);
  }

  /** What a command makes of all rows. */
  @FunctionalInterface
  public interface TableFunction {
    /** Returns the rows that come out; a field may have a value in some of them only. */
    List<? extends Map<String, ?>> apply(CustomCall call, List<InputRow> rows);
  }

  /**
   * Starts a declaration.
   *
   * @param name in lower case
   * @param summary what the command does, in one line without a final stop
   */
  public static Builder named(String name, String summary) {
    return new Builder(CommandSyntax.named(name, summary).fields(FieldTrait.TAKES_ALL));
  }

  CommandTable.Entry<CustomCall> entry() {
    return entry;
  }

  /** Collects the parts of a declaration. */
  public static final class Builder {
    private final CommandSyntax.Builder syntax;

    private Builder(CommandSyntax.Builder syntax) {
      this.syntax = syntax;
    }

    /** Sets the synopsis, the name included; options are listed apart. */
    public Builder usage(String synopsis) {
      syntax.usage(synopsis);
      return this;
    }

    /** Declares an option; its values are checked before the search runs. */
    public Builder option(
        String option, OptionSpec.Type type, String defaultText, String description) {
      syntax.option(option, type, defaultText, description);
      return this;
    }

    /** Declares an option whose value is one of a few words. */
    public Builder choice(
        String option, List<String> choices, String defaultText, String description) {
      syntax.choice(option, choices, defaultText, description);
      return this;
    }

    /** Says that the command makes rows of its own and so begins a search. */
    public Builder generating() {
      syntax.generating();
      return this;
    }

    /**
     * Ends the declaration of a command that looks at one row at a time.
     *
     * @param sets returns the fields that a call may set
     */
    public CustomCommand eachRow(Function<CustomCall, List<String>> sets, RowFunction function) {
      return new CustomCommand(
          syntax.bind(CustomCall::bind), new CustomCommandConverter.EachRow(sets, function));
    }

    /**
     * Ends the declaration of a command that wants all rows at once, or makes some; all of them are
     * in memory. Which fields there are afterwards is seen when it has run.
     */
    public CustomCommand allRows(TableFunction function) {
      return new CustomCommand(
          syntax.bind(CustomCall::bind), new CustomCommandConverter.AllRows(function));
    }
  }
}
