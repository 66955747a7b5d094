package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import karst.command.Regex;
import karst.command.Rex;
import karst.type.SedScript;
import karst.type.SplRegex;

/** The commands that take texts apart and put them together (spl-semantics §6.1). */
final class TextCommands {
  private TextCommands() {}

  /** A group sets its field where it has a match; elsewhere the field stays. */
  static Rows rex(Rex command, Rows rows) {
    return switch (command.mode()) {
      case EXTRACT -> extracted(command, SplRegex.compile(command.text()), rows);
      case SED -> {
        SedScript script = SedScript.parse(command.text());
        yield each(command.field().name(), script::apply, rows);
      }
    };
  }

  private static Rows extracted(Rex command, SplRegex regex, Rows rows) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.addAll(regex.groupNames());
    if (command.offsetField() != null) {
      columns.add(command.offsetField());
    }
    return rows.map(
        columns,
        row -> {
          Map<String, List<String>> found = new LinkedHashMap<>();
          List<String> places = new ArrayList<>();
          for (String text : Values.texts(row.get(command.field().name()))) {
            long matches = 0;
            SplRegex.Match match = regex.matcher(text);
            while ((command.maxMatch() == 0 || matches < command.maxMatch()) && match.next()) {
              matches++;
              for (String name : regex.groupNames()) {
                String group = match.group(name);
                if (group != null) {
                  found.computeIfAbsent(name, key -> new ArrayList<>()).add(group);
                }
                if (group != null && !group.isEmpty()) {
                  places.add(name + "=" + match.start(name) + "-" + (match.end(name) - 1));
                }
              }
            }
          }
          found.forEach((name, groups) -> Values.set(row, name, Values.of(groups)));
          if (command.offsetField() != null && !places.isEmpty()) {
            row.put(command.offsetField(), String.join("&", places));
          }
          return row;
        });
  }

  /** Changes each value of a field. */
  private static Rows each(String field, UnaryOperator<String> change, Rows rows) {
    return rows.map(
        rows.columns(),
        row -> {
          List<String> texts = Values.texts(row.get(field)).stream().map(change).toList();
          Values.set(row, field, Values.of(texts));
          return row;
        });
  }

  /** A match in any value is one; null has none. */
  static Rows regex(Regex command, Rows rows) {
    SplRegex regex = SplRegex.compile(command.regex());
    return rows.with(
        rows.all().stream()
            .filter(
                row ->
                    Values.texts(row.get(command.field().name())).stream().anyMatch(regex::find)
                        != command.negated())
            .toList());
  }
}
