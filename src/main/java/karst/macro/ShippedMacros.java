package karst.macro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import karst.source.SourceText;
import org.jspecify.annotations.Nullable;

/** The macros on the class path: the repository's folder {@code macros}. */
final class ShippedMacros {
  /** All of them, because a class path cannot be listed; a test compares with the folder. */
  static final List<String> SIGNATURES =
      List.of(
          "drop_dm_object_name(1)",
          "fillnull_config",
          "oldsummaries_config",
          "powershell",
          "process_cmd",
          "process_powershell",
          "security_content_ctime(1)",
          "security_content_summariesonly",
          "summariesonly_config",
          "sysmon",
          "wineventlog_application",
          "wineventlog_security",
          "wineventlog_system");

  private ShippedMacros() {}

  /** Returns the macros, each of which is read when it is first asked for. */
  static NavigableMap<MacroName, Supplier<MacroDefinition>> byName() {
    NavigableMap<MacroName, Supplier<MacroDefinition>> macros = new TreeMap<>();
    for (String signature : SIGNATURES) {
      MacroName name = MacroName.parse(signature);
      macros.put(name, new OnDemand(name.name() + ".yml"));
    }
    return macros;
  }

  private static MacroDefinition read(String file) {
    try (InputStream in = ShippedMacros.class.getResourceAsStream("/karst/macros/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks the macro file " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return YamlMacroReader.read(SourceText.of("macros/" + file, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A macro that is read once, when it is first asked for: most queries need few. */
  private static final class OnDemand implements Supplier<MacroDefinition> {
    private final String file;
    private @Nullable MacroDefinition definition;

    OnDemand(String file) {
      this.file = file;
    }

    @Override
    public synchronized MacroDefinition get() {
      MacroDefinition known = definition;
      if (known == null) {
        known = read(file);
        definition = known;
      }
      return known;
    }
  }
}
