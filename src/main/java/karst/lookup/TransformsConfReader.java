package karst.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Location;
import karst.source.SourceText;
import karst.source.Span;
import karst.source.SplException;

/**
 * Reads the lookups of Splunk's {@code transforms.conf}: stanzas {@code [name]} with settings. A
 * line that starts with {@code #} is a comment; a backslash at the end of a line carries a value on
 * to the next. Stanzas that transform something else are skipped.
 */
final class TransformsConfReader {
  private final SourceText source;
  private final Map<String, Map<String, LookupSettings.Setting>> stanzas = new LinkedHashMap<>();

  private TransformsConfReader(SourceText source) {
    this.source = source;
  }

  /**
   * Returns the lookups in order of their stanzas.
   *
   * @param faults takes the faults of stanzas by name
   * @throws SplException if a line is malformed
   */
  static List<LookupDefinition> read(SourceText source, Map<String, SplException> faults) {
    TransformsConfReader reader = new TransformsConfReader(source);
    reader.readStanzas();
    List<LookupDefinition> definitions = new ArrayList<>();
    reader.stanzas.forEach(
        (name, settings) -> {
          LookupSettings lookup = new LookupSettings(name, settings);
          try {
            if (lookup.isLookup()) {
              definitions.add(lookup.definition());
            }
          } catch (SplException fault) {
            faults.put(name, fault);
          }
        });
    return definitions;
  }

  private void readStanzas() {
    Map<String, LookupSettings.Setting> current = new LinkedHashMap<>();
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.lineText(line).strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      int first = line;
      while (text.endsWith("\\") && line < source.lineCount()) {
        text = text.substring(0, text.length() - 1) + source.lineText(++line).strip();
      }
      if (text.startsWith("[") && text.endsWith("]")) {
        String name = text.substring(1, text.length() - 1).strip();
        current = stanzas.computeIfAbsent(name, key -> new LinkedHashMap<>());
        continue;
      }
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw Diagnostic.error(
                DiagnosticCode.LOOKUP_DEFINITION,
                "expected `[name]`, `setting = value` or a comment")
            .at(place(first))
            .toException();
      }
      current.put(
          text.substring(0, equals).strip(),
          new LookupSettings.Setting(text.substring(equals + 1).strip(), place(first)));
    }
    stanzas.remove("default");
  }

  private Location place(int line) {
    int start = source.lineStart(line);
    return new Location(source, new Span(start, start + source.lineText(line).length()));
  }
}
