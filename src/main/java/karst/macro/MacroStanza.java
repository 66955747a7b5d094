package karst.macro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Location;
import karst.source.SourceMap;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/** The fields of one macro as a file gives them, and their check. */
final class MacroStanza {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_.:-]+");
  private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_-]+");

  private final Location place;
  private final boolean arityFollowsArguments;
  private final Map<String, SourceMap> fields = new HashMap<>();
  private List<SourceMap> arguments = List.of();

  /**
   * Creates a stanza without fields.
   *
   * @param place what an error is about when a field is missing
   * @param arityFollowsArguments whether a name without {@code (n)} has as many arguments as are
   *     listed; else it has none
   */
  MacroStanza(Location place, boolean arityFollowsArguments) {
    this.place = place;
    this.arityFollowsArguments = arityFollowsArguments;
  }

  void set(String field, SourceMap value) {
    fields.put(field, value);
  }

  void setArguments(List<SourceMap> names) {
    arguments = List.copyOf(names);
  }

  /**
   * Returns the macro.
   *
   * @throws SplException if a field is missing or wrong
   */
  MacroDefinition toDefinition() {
    SourceMap title = required("name");
    SourceMap definition = required("definition");
    String stanza = title.expanded().strip();
    MacroName name = MacroName.parse(stanza);
    if (!NAME.matcher(name.name()).matches()) {
      throw error(title, "`" + stanza + "` is not a macro name");
    }
    List<String> parameters = parameters();
    boolean follows = arityFollowsArguments && name.name().equals(stanza);
    if (!follows && name.arity() != parameters.size()) {
      String right = new MacroName(name.name(), parameters.size()).toString();
      String message = "macro `" + stanza + "` lists " + Counts.arguments(parameters.size());
      throw new SplException(
          List.of(diagnostic(title, message).hint("expected the name `" + right + "`")));
    }
    return new MacroDefinition(
        name.name(),
        parameters,
        definition,
        text("description", ""),
        isEval(),
        fields.get("validation"),
        errorMessage());
  }

  private SourceMap required(String field) {
    SourceMap value = fields.get(field);
    if (value == null) {
      throw Diagnostic.error(
              DiagnosticCode.MACRO_DEFINITION, "expected a macro with a `" + field + "`")
          .at(place)
          .toException();
    }
    return value;
  }

  private List<String> parameters() {
    List<String> names = new ArrayList<>();
    for (SourceMap argument : arguments) {
      String name = argument.expanded().strip();
      if (!PARAMETER.matcher(name).matches()) {
        throw error(
            argument,
            "expected an argument name of letters, digits, `_` and `-`, not `" + name + "`");
      }
      if (names.contains(name)) {
        throw error(argument, "argument `" + name + "` is listed twice");
      }
      names.add(name);
    }
    return names;
  }

  private boolean isEval() {
    SourceMap value = fields.get("iseval");
    if (value == null) {
      return false;
    }
    return switch (value.expanded().strip().toLowerCase(Locale.ROOT)) {
      case "1", "t", "true" -> true;
      case "0", "f", "false" -> false;
      default -> throw error(value, "expected `true` or `false` for `iseval`");
    };
  }

  private @Nullable String errorMessage() {
    SourceMap message = fields.getOrDefault("errormsg", fields.get("errormessage"));
    return message == null ? null : message.expanded().strip();
  }

  private String text(String field, String otherwise) {
    SourceMap value = fields.get(field);
    return value == null ? otherwise : value.expanded().strip();
  }

  private static SplException error(SourceMap value, String message) {
    return diagnostic(value, message).toException();
  }

  private static Diagnostic diagnostic(SourceMap value, String message) {
    return Diagnostic.error(DiagnosticCode.MACRO_DEFINITION, message).at(value, value.span());
  }
}
