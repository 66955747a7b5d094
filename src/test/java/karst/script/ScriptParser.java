package karst.script;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.macro.MacroDefinition;

/** Reads scripts. */
final class ScriptParser {
  private static final Pattern MACRO =
      Pattern.compile("macro ([\\w-]+)(?:\\(([^)]*)\\))?\\s*=\\s?(.*)");

  private final List<String> lines;
  private final List<ScriptItem> items = new ArrayList<>();
  private int next;

  private ScriptParser(String text) {
    this.lines = text.lines().toList();
  }

  /**
   * Reads a script.
   *
   * @throws IllegalArgumentException if it is malformed; the message names the line
   */
  static Script parse(String text) {
    ScriptParser parser = new ScriptParser(text);
    try {
      while (parser.next < parser.lines.size()) {
        parser.items.add(parser.item());
      }
    } catch (RuntimeException fault) {
      throw new IllegalArgumentException(
          "line " + (parser.next + 1) + ": " + fault.getMessage(), fault);
    }
    return new Script(parser.items);
  }

  private ScriptItem item() {
    String line = lines.get(next);
    if (isRemark(line)) {
      next++;
      return new ScriptItem.Remark(line.stripTrailing());
    }
    if (ScriptQuery.startsAt(line)) {
      return new ScriptItem.Search(query());
    }
    if (ScriptTable.startsAt(line)) {
      next++;
      return new ScriptItem.Data(ScriptTable.parse(line, bars()));
    }
    if (line.startsWith("now ")) {
      next++;
      return new ScriptItem.Now(Instant.parse(line.substring(4).strip()));
    }
    if (line.startsWith("timezone ")) {
      next++;
      return new ScriptItem.TimeZone(ZoneId.of(line.substring(9).strip()));
    }
    if (ScriptItem.Lookup.startsAt(line)) {
      next++;
      return ScriptItem.Lookup.parse(line);
    }
    Matcher macro = MACRO.matcher(line);
    if (macro.matches()) {
      next++;
      return new ScriptItem.Macro(macro(macro));
    }
    throw new IllegalArgumentException(
        "expected a comment, query:, table, lookup, macro, now or timezone: " + line);
  }

  private static boolean isRemark(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  /** Returns whether a line begins a part that is no remark. */
  private static boolean startsItem(String line) {
    return ScriptQuery.startsAt(line)
        || ScriptTable.startsAt(line)
        || line.startsWith("now ")
        || line.startsWith("timezone ")
        || ScriptItem.Lookup.startsAt(line)
        || MACRO.matcher(line).matches();
  }

  private static MacroDefinition macro(Matcher macro) {
    List<String> parameters =
        macro.group(2) == null ? List.of() : List.of(macro.group(2).strip().split("\\s*,\\s*"));
    return MacroDefinition.of(macro.group(1), parameters, macro.group(3));
  }

  private List<String> bars() {
    int start = next;
    while (next < lines.size() && lines.get(next).startsWith("|")) {
      next++;
    }
    return lines.subList(start, next);
  }

  private ScriptQuery query() {
    int line = next + 1;
    String title = ScriptQuery.title(lines.get(next++));
    int start = next;
    while (next < lines.size() && !ScriptQuery.sectionStartsAt(lines.get(next))) {
      next++;
    }
    String spl = String.join("\n", lines.subList(start, next));
    List<ScriptQuery.Section> sections = new ArrayList<>();
    while (next < lines.size() && ScriptQuery.sectionStartsAt(lines.get(next))) {
      sections.add(section());
    }
    return new ScriptQuery(title, line, spl, sections);
  }

  private ScriptQuery.Section section() {
    SectionKind kind = ScriptQuery.kind(lines.get(next++));
    if (kind.isRows()) {
      return new ScriptQuery.Section(kind, bars());
    }
    int start = next;
    while (next < lines.size() && !sectionEnds()) {
      next++;
    }
    return new ScriptQuery.Section(kind, lines.subList(start, next));
  }

  /** A text may have empty lines; it ends before a section, or an empty line and a new part. */
  private boolean sectionEnds() {
    if (ScriptQuery.sectionStartsAt(lines.get(next))) {
      return true;
    }
    if (!lines.get(next).isBlank()) {
      return false;
    }
    int after = next;
    while (after < lines.size() && lines.get(after).isBlank()) {
      after++;
    }
    return after == lines.size()
        || lines.get(after).startsWith("#")
        || startsItem(lines.get(after));
  }
}
