package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import karst.command.Makemv;
import karst.command.Mvexpand;
import karst.command.Nomv;
import karst.command.Rangemap;
import karst.command.Replace;
import karst.command.Strcat;
import karst.type.SplRegex;
import org.jspecify.annotations.Nullable;

/** The commands that make several values of one, one of several, or others (§6.1). */
final class ValueCommands {
  private ValueCommands() {}

  static Rows makemv(Makemv command, Rows rows) {
    return changed(
        command.field().name(),
        texts -> {
          List<String> parts = new ArrayList<>();
          for (String text : texts) {
            parts.addAll(
                command.tokenizer() == null
                    ? split(command, text)
                    : tokens(command.tokenizer(), text));
          }
          return parts;
        },
        rows);
  }

  private static List<String> split(Makemv command, String text) {
    List<String> parts =
        new ArrayList<>(List.of(text.split(Pattern.quote(command.delimiter()), -1)));
    if (!command.allowEmpty()) {
      parts.removeIf(String::isEmpty);
    }
    return parts;
  }

  private static List<String> tokens(String tokenizer, String text) {
    List<String> tokens = new ArrayList<>();
    SplRegex.Match match = SplRegex.compile(tokenizer).matcher(text);
    while (match.next()) {
      if (match.group(1) != null) {
        tokens.add(match.group(1));
      }
    }
    return tokens;
  }

  static Rows nomv(Nomv command, Rows rows) {
    return changed(
        command.field().name(),
        texts -> texts.isEmpty() ? texts : List.of(String.join("\n", texts)),
        rows);
  }

  /** Changes the values of a field. */
  private static Rows changed(
      String field, Function<List<String>, List<String>> change, Rows rows) {
    return rows.map(
        rows.columns(),
        row -> {
          Values.set(row, field, Values.of(change.apply(Values.texts(row.get(field)))));
          return row;
        });
  }

  /** A row without a value stays (Q23). */
  static Rows mvexpand(Mvexpand command, Rows rows) {
    String field = command.field().name();
    List<Map<String, Object>> expanded = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      List<String> values = Values.texts(row.get(field));
      long limit = command.limit() == 0 ? values.size() : command.limit();
      for (String value : values.stream().limit(limit).toList()) {
        Map<String, Object> copy = new LinkedHashMap<>(row);
        copy.put(field, value);
        expanded.add(copy);
      }
      if (values.isEmpty()) {
        expanded.add(row);
      }
    }
    return rows.with(expanded);
  }

  static Rows replace(Replace command, Rows rows) {
    Set<String> fields =
        rows.columns().stream()
            .filter(
                column ->
                    command.fields().isEmpty()
                        ? !FieldNames.isInternal(column)
                        : command.fields().stream()
                            .anyMatch(field -> FieldNames.matches(field.name(), column)))
            .collect(Collectors.toSet());
    Rows replaced = rows;
    for (String field : fields) {
      replaced =
          changed(
              field,
              texts -> texts.stream().map(text -> replaced(command, text)).toList(),
              replaced);
    }
    return replaced;
  }

  private static String replaced(Replace command, String text) {
    for (Replace.Replacement pair : command.replacements()) {
      String regex = Pattern.quote(pair.pattern()).replace("*", "\\E(.*?)\\Q");
      Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
      if (matcher.matches()) {
        StringBuilder value = new StringBuilder();
        int star = 0;
        for (String character : pair.value().split("")) {
          boolean filled = character.equals("*") && star < matcher.groupCount();
          value.append(filled ? matcher.group(++star) : character);
        }
        return value.toString();
      }
    }
    return text;
  }

  static Rows strcat(Strcat command, Rows rows) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add(command.target().name());
    return rows.map(
        columns,
        row -> {
          StringBuilder joined = new StringBuilder();
          boolean complete = true;
          for (Strcat.Source source : command.sources()) {
            String part = source.literal() ? source.text() : Values.text(row.get(source.text()));
            complete &= part != null;
            joined.append(part == null ? "" : part);
          }
          if (complete || !command.allRequired()) {
            row.put(command.target().name(), joined.toString());
          }
          return row;
        });
  }

  static Rows rangemap(Rangemap command, Rows rows) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add("range");
    return rows.map(
        columns,
        row -> {
          Values.set(row, "range", range(command, Values.number(row.get(command.field().name()))));
          return row;
        });
  }

  private static @Nullable Object range(Rangemap command, @Nullable Double number) {
    if (number == null) {
      return command.fallback();
    }
    List<String> names =
        command.ranges().stream()
            .filter(range -> Double.parseDouble(range.low()) <= number)
            .filter(range -> number <= Double.parseDouble(range.high()))
            .map(Rangemap.Range::name)
            .toList();
    return names.isEmpty() ? command.fallback() : Values.of(names);
  }
}
