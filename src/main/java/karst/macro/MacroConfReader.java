package karst.macro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Location;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * Reads Splunk's {@code macros.conf}: stanzas {@code [name(2)]} with the settings args, definition,
 * iseval, validation and errormsg. A line that starts with {@code #} is a comment; a backslash at
 * the end of a line carries a value on to the next. Stanzas of one name are merged, the later
 * setting counts; settings outside any stanza and in {@code [default]} are skipped, for no macro is
 * made of them.
 */
final class MacroConfReader {
  private final SourceText source;
  private final Map<String, MacroStanza> stanzas = new LinkedHashMap<>();
  private @Nullable MacroStanza current;
  private int line = 1;

  private MacroConfReader(SourceText source) {
    this.source = source;
  }

  /**
   * Returns the macros in order of their first stanzas.
   *
   * @throws SplException if a line is malformed or a macro incomplete
   */
  static List<MacroDefinition> read(SourceText source) {
    return new MacroConfReader(source).read();
  }

  private List<MacroDefinition> read() {
    while (line <= source.lineCount()) {
      Span content = content(line);
      String text = content.of(source.text());
      if (text.isEmpty() || text.startsWith("#")) {
        line++;
      } else if (text.startsWith("[")) {
        stanza(content);
        line++;
      } else {
        setting(content);
      }
    }
    List<MacroDefinition> macros = new ArrayList<>();
    for (MacroStanza stanza : stanzas.values()) {
      macros.add(stanza.toDefinition());
    }
    return macros;
  }

  private void stanza(Span header) {
    if (!header.of(source.text()).endsWith("]")) {
      throw error(header, "expected `]` at the end of the stanza's name");
    }
    Span inside = new Span(header.start() + 1, header.end() - 1);
    String name = inside.of(source.text()).strip();
    if (name.equals("default")) {
      current = null;
      return;
    }
    current =
        stanzas.computeIfAbsent(name, key -> new MacroStanza(new Location(source, header), false));
    current.set("name", verbatim(inside));
  }

  private void setting(Span content) {
    int equals = source.text().indexOf('=', content.start());
    if (equals < 0 || equals >= content.end()) {
      throw error(content, "expected `[name]`, `setting = value` or a comment");
    }
    String key = source.text().substring(content.start(), equals).strip();
    SourceMap value = value(equals + 1);
    if (current == null) {
      return;
    }
    if (key.equals("args")) {
      current.setArguments(names(value));
    } else if (!key.equals("name")) { // the name is the stanza's
      current.set(key, value);
    }
  }

  /** Reads a value up to the first line that does not end in a backslash. */
  private SourceMap value(int start) {
    SourceMap.Builder value = new SourceMap.Builder();
    int from = start;
    boolean more = true;
    while (more) {
      Span content = content(line);
      int end = Math.max(from, content.end());
      more = end > from && source.text().charAt(end - 1) == '\\' && line < source.lineCount();
      line++;
      if (more) {
        // The line break stays part of the value.
        append(value, new Span(from, end - 1));
        int next = source.lineStart(line);
        append(value, new Span(next - 1, next));
        from = next;
      } else {
        append(value, new Span(from, end));
      }
    }
    return trimmed(value.build(), 0, value.length());
  }

  private static List<SourceMap> names(SourceMap list) {
    List<SourceMap> names = new ArrayList<>();
    String text = list.expanded();
    int from = 0;
    while (!text.isBlank() && from <= text.length()) {
      int comma = text.indexOf(',', from);
      int end = comma < 0 ? text.length() : comma;
      names.add(trimmed(list, from, end));
      from = end + 1;
    }
    return names;
  }

  private static SourceMap trimmed(SourceMap map, int from, int to) {
    SourceMap.Builder part = new SourceMap.Builder();
    part.copy(map, Whitespace.trim(map.expanded(), new Span(from, to)));
    return part.build();
  }

  private SourceMap verbatim(Span span) {
    SourceMap.Builder part = new SourceMap.Builder();
    append(part, span);
    return part.build();
  }

  private void append(SourceMap.Builder builder, Span span) {
    builder.verbatim(span.of(source.text()), new Location(source, span));
  }

  private Span content(int number) {
    int start = source.lineStart(number);
    return Whitespace.trim(
        source.text(), new Span(start, start + source.lineText(number).length()));
  }

  private SplException error(Span place, String message) {
    return Diagnostic.error(DiagnosticCode.MACRO_DEFINITION, message)
        .at(new Location(source, place))
        .toException();
  }
}
