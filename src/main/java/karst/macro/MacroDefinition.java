package karst.macro;

import java.util.List;
import karst.source.Location;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * A macro.
 *
 * @param name the name without arity
 * @param parameters names of the arguments in order
 * @param definition the body, in which {@code $parameter$} stands for an argument; its map leads to
 *     the file that it was read from
 * @param description what the macro is for; empty for none
 * @param isEval whether the body is an eval expression whose value is the expansion
 * @param validation an eval expression that the arguments must pass; null for none
 * @param errorMessage what to say when they do not; null for a standard message
 */
public record MacroDefinition(
    String name,
    List<String> parameters,
    SourceMap definition,
    String description,
    boolean isEval,
    @Nullable SourceMap validation,
    @Nullable String errorMessage) {
  public MacroDefinition {
    parameters = List.copyOf(parameters);
  }

  /** Returns a macro that is written in no file: a purely textual one without validation. */
  public static MacroDefinition of(String name, List<String> parameters, String definition) {
    SourceText source = SourceText.of("<macro " + name + ">", definition);
    return new MacroDefinition(name, parameters, SourceMap.identity(source), "", false, null, null);
  }

  /** Returns what the macro is found by. */
  public MacroName signature() {
    return new MacroName(name, parameters.size());
  }

  /** Returns the place of the whole body. */
  public Location location() {
    return definition.origin(definition.span()).location();
  }

  /** Returns how the macro is called, without backticks: {@code ctime(field)}. */
  public String form() {
    return parameters.isEmpty() ? name : name + "(" + String.join(", ", parameters) + ")";
  }
}
