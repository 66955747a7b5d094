package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.FieldName;
import karst.command.Command;
import karst.command.Diff;
import karst.command.Extract;
import karst.command.Gauge;
import karst.command.Multikv;
import karst.command.Outputtext;
import karst.command.Setfields;
import karst.command.Xmlkv;
import karst.command.Xmlunescape;
import karst.command.Xpath;
import karst.type.TextDiff;
import karst.type.TextTable;
import karst.type.XPathQuery;
import karst.type.XmlText;
import org.jspecify.annotations.Nullable;

/** The commands that read the texts of events (spl-semantics §6.1, §6.2). */
final class EventCommands {
  private static final Pattern EQUATION =
      Pattern.compile(
          "(?<=^|[\\s,;|(\\[{&?])(?<key>[A-Za-z_][A-Za-z0-9_.:-]*)="
              + "(\"(?<quoted>[^\"]*)\"|(?<bare>[^\\s,;|&)\\]}\"]+))");
  private static final Pattern LEAF = Pattern.compile("<([^\\s<>]+)(\\s[^<>]*)?>([^<]*)</\\1>");

  private EventCommands() {}

  /** Returns null for a command that is none of these. */
  static @Nullable Rows run(Command command, Rows rows) {
    if (command instanceof Extract extract) {
      return extract(extract, rows);
    } else if (command instanceof Xmlkv xmlkv) {
      return extracted(xmlkv.field().name(), EventCommands::leaves, rows, (old, found) -> found);
    } else if (command instanceof Xmlunescape) {
      return changed("_raw", XmlText::unescape, rows);
    } else if (command instanceof Outputtext outputtext) {
      return outputtext(outputtext, rows);
    } else if (command instanceof Xpath xpath) {
      return xpath(xpath, rows);
    } else if (command instanceof Setfields setfields) {
      return setfields(setfields, rows);
    } else if (command instanceof Diff diff) {
      return diff(diff, rows);
    } else if (command instanceof Gauge gauge) {
      return gauge(gauge, rows);
    }
    return command instanceof Multikv multikv ? multikv(multikv, rows) : null;
  }

  /** A name and its value. */
  private record Pair(String key, String value) {}

  private static Rows extract(Extract command, Rows rows) {
    return extracted(
        "_raw",
        text -> {
          String looked = text.substring(0, (int) Math.min(text.length(), command.maxChars()));
          String between = command.pairDelimiters();
          return (between == null ? equations(looked) : delimited(command, between, looked))
              .stream()
                  .limit(command.limit())
                  .map(pair -> command.cleansKeys() ? clean(pair) : pair)
                  .filter(pair -> !pair.key().isEmpty())
                  .toList();
        },
        rows,
        (old, found) -> {
          List<String> all = new ArrayList<>(old);
          all.addAll(found);
          return command.addsValues() ? all : old.isEmpty() ? found.subList(0, 1) : old;
        });
  }

  private static Pair clean(Pair pair) {
    String key = pair.key().replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^[_0-9]+", "");
    return new Pair(key, pair.value());
  }

  private static List<Pair> equations(String text) {
    List<Pair> pairs = new ArrayList<>();
    Matcher matcher = EQUATION.matcher(text);
    while (matcher.find()) {
      String quoted = matcher.group("quoted");
      pairs.add(new Pair(matcher.group("key"), quoted == null ? matcher.group("bare") : quoted));
    }
    return pairs;
  }

  private static List<Pair> delimited(Extract command, String between, String text) {
    String pair = "[" + Pattern.quote(between) + "]";
    String notPair = "[^" + Pattern.quote(between) + "]";
    String notEither = "[^" + Pattern.quote(between + command.keyDelimiters()) + "]";
    // Blanks that are no delimiters may stand before a quote.
    String blank = between.contains(" ") ? "" : " *";
    String quoted = blank + "\"[^\"]*\"";
    String key =
        "(?:" + (command.keyDelimiters().contains(" ") ? "\"[^\"]*\"" : quoted) + ")?+" + notEither;
    Matcher matcher =
        Pattern.compile(
                "("
                    + key
                    + "*)(?:["
                    + Pattern.quote(command.keyDelimiters())
                    + "]"
                    + "((?:"
                    + quoted
                    + ")?+"
                    + notPair
                    + "*))?(?:"
                    + pair
                    + "|$)")
            .matcher(text);
    List<Pair> pairs = new ArrayList<>();
    while (matcher.lookingAt()) {
      if (matcher.group(2) != null) {
        Pair found = new Pair(unquoted(matcher.group(1)), unquoted(matcher.group(2)));
        if (!found.key().isEmpty() && !found.value().isEmpty()) {
          pairs.add(found);
        }
      }
      if (matcher.end() == text.length()) {
        break;
      }
      matcher.region(matcher.end(), text.length());
    }
    return pairs;
  }

  private static String unquoted(String text) {
    return text.strip().replaceFirst("(?s)^\"(.*)\"$", "$1");
  }

  private static List<Pair> leaves(String text) {
    List<Pair> pairs = new ArrayList<>();
    Matcher matcher = LEAF.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (!name.matches("(?s)[/!?].*|.*/") && !matcher.group(3).isBlank()) {
        pairs.add(new Pair(name, matcher.group(3).strip()));
      }
    }
    return pairs;
  }

  /** What becomes of the values that a field had and those that are found. */
  private interface Merge extends BinaryOperator<List<String>> {}

  private static Rows extracted(
      String input, Function<String, List<Pair>> pairs, Rows rows, Merge merge) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    Rows extracted =
        rows.map(
            columns,
            row -> {
              Map<String, List<String>> found = new LinkedHashMap<>();
              String text = String.join("\n", Values.texts(row.get(input)));
              for (Pair pair : pairs.apply(text)) {
                found.computeIfAbsent(pair.key(), key -> new ArrayList<>()).add(pair.value());
              }
              found.forEach(
                  (name, values) -> {
                    columns.add(name);
                    row.put(
                        name,
                        Objects.requireNonNull(
                            Values.of(merge.apply(Values.texts(row.get(name)), values))));
                  });
              return row;
            });
    return new Rows(columns, extracted.all());
  }

  /** Changes each value of a field. */
  private static Rows changed(String field, UnaryOperator<String> change, Rows rows) {
    return rows.map(
        rows.columns(),
        row -> {
          List<String> texts = Values.texts(row.get(field)).stream().map(change).toList();
          Values.set(row, field, Values.of(texts));
          return row;
        });
  }

  private static Rows outputtext(Outputtext command, Rows rows) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add("_xml");
    Rows copied =
        rows.map(
            columns,
            row -> {
              Values.set(row, "_xml", row.get("_raw"));
              return row;
            });
    return command.escapes() ? changed("_xml", XmlText::escape, copied) : copied;
  }

  private static Rows xpath(Xpath command, Rows rows) {
    XPathQuery query = XPathQuery.compile(command.expression());
    return with(
        List.of(command.output()),
        rows,
        row -> {
          List<String> found = new ArrayList<>();
          Values.texts(row.get(command.field().name())).forEach(x -> found.addAll(query.find(x)));
          Object otherwise =
              command.fallback() == null ? row.get(command.output()) : command.fallback();
          Values.set(row, command.output(), found.isEmpty() ? otherwise : Values.of(found));
          return row;
        });
  }

  private static Rows setfields(Setfields command, Rows rows) {
    return with(
        command.settings().stream().map(setting -> setting.field().name()).toList(),
        rows,
        row -> {
          command.settings().forEach(setting -> row.put(setting.field().name(), setting.text()));
          return row;
        });
  }

  /** Returns rows that are changed, with more columns. */
  private static Rows with(
      List<String> more, Rows rows, UnaryOperator<Map<String, Object>> change) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.addAll(more);
    return rows.map(columns, change);
  }

  /** The texts of differences have a test of their own; rows that are not there have none. */
  private static Rows diff(Diff command, Rows rows) {
    List<String> texts = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    for (long position : List.of(command.first(), command.second())) {
      if (position <= rows.all().size()) {
        Map<String, Object> row = rows.all().get((int) position - 1);
        String text = String.join("\n", Values.texts(row.get(command.field().name())));
        long length = command.maxLength() == 0 ? text.length() : command.maxLength();
        texts.add(text.substring(0, (int) Math.min(length, text.length())));
        sources.add(String.join("\n", Values.texts(row.get("source"))));
      }
    }
    List<Map<String, Object>> result = new ArrayList<>();
    if (texts.size() == 2) {
      TextDiff diff = TextDiff.of(texts.get(0), texts.get(1));
      String before = command.named() ? sources.get(0) : null;
      String after = command.named() ? sources.get(1) : null;
      String text = command.context() ? diff.context(before, after) : diff.unified(before, after);
      result.add(Map.of("_raw", diff.isEmpty() ? "Results are the same" : text));
    }
    return new Rows(Set.of("_raw"), result);
  }

  private static Rows gauge(Gauge command, Rows rows) {
    List<String> words = new ArrayList<>(List.of(command.value().name()));
    command.ranges().forEach(bound -> words.add(bound.name()));
    Set<String> columns = new LinkedHashSet<>(List.of("x"));
    for (int i = 1; i < words.size(); i++) {
      columns.add("y" + i);
    }
    List<String> names = List.copyOf(columns);
    return new Rows(columns, rows.all().stream().limit(1).toList())
        .map(
            columns,
            row -> {
              Map<String, Object> result = new LinkedHashMap<>();
              for (int i = 0; i < words.size(); i++) {
                Double number = Values.number(words.get(i));
                boolean literal = number != null && Double.isFinite(number);
                Values.set(result, names.get(i), literal ? number : row.get(words.get(i)));
              }
              return result;
            });
  }

  private static Rows multikv(Multikv command, Rows rows) {
    if (!rows.columns().contains("_raw")) {
      return rows;
    }
    TextTable tables =
        new TextTable((int) command.headerLine(), command.hasHeader(), command.several());
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    List<Map<String, Object>> result = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      List<TextTable.Line> lines = tables.read(String.join("\n", Values.texts(row.get("_raw"))));
      for (TextTable.Line line : lines == null ? List.<TextTable.Line>of() : lines) {
        if (command.filter().isEmpty()
            || command.filter().stream().anyMatch(line.text()::contains)) {
          Map<String, Object> made =
              command.copiesFields() ? new LinkedHashMap<>(row) : new LinkedHashMap<>();
          made.put("_raw", line.text());
          Map<String, String> cells = new LinkedHashMap<>(line.cells());
          List<String> wanted = command.fields().stream().map(FieldName::name).toList();
          cells.keySet().removeIf(name -> !wanted.isEmpty() && !wanted.contains(name));
          made.putAll(cells);
          columns.addAll(cells.keySet());
          result.add(made);
        }
      }
      if (lines == null || !command.dropsEvent()) {
        result.add(row);
      }
    }
    return new Rows(columns, result);
  }
}
