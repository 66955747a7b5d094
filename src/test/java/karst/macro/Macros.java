package karst.macro;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.SplException;

/** Macros written in one line for tests: {@code name(first, second): definition}. */
final class Macros {
  private Macros() {}

  static MacroLibrary library(String... macros) {
    return MacroLibrary.of(Arrays.stream(macros).map(Macros::macro).toList());
  }

  static MacroDefinition macro(String line) {
    int colon = line.indexOf(':');
    String form = line.substring(0, colon);
    String definition = line.substring(colon + 1).strip();
    int open = form.indexOf('(');
    if (open < 0) {
      return MacroDefinition.of(form, List.of(), definition);
    }
    List<String> parameters = new ArrayList<>();
    for (String parameter : form.substring(open + 1, form.indexOf(')')).split(",")) {
      parameters.add(parameter.strip());
    }
    return MacroDefinition.of(form.substring(0, open), parameters, definition);
  }

  static SourceMap map(MacroLibrary library, String query) {
    return new MacroExpander(library).expand(SourceText.of("<query>", query));
  }

  static String expand(MacroLibrary library, String query) {
    return map(library, query).expanded();
  }

  /** Returns the rendered diagnostics of an expansion that must fail. */
  static String failure(MacroLibrary library, String query) {
    return assertThrows(SplException.class, () -> expand(library, query)).render();
  }
}
