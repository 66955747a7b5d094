package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import karst.command.Command;
import karst.command.Format;
import karst.command.Return;
import org.jspecify.annotations.Nullable;

/** The commands that put rows into words (spl-semantics §2.10, §6.1 format, return). */
final class RowTexts {
  /** Before all rows, before a row, between fields, after a row, between rows, after all rows. */
  static final List<String> STANDARD = List.of("(", "(", "AND", ")", "OR", ")");

  private RowTexts() {}

  /** Returns null for a command that is none of these. */
  static @Nullable Rows run(Command command, Rows rows) {
    if (command instanceof Format format) {
      long max = format.maxResults() == 0 ? Long.MAX_VALUE : format.maxResults();
      Rows counted = rows.with(rows.all().stream().limit(max).toList());
      return text(
          format(counted, format.words(), format.multivalueSeparator(), format.emptyText()));
    }
    return command instanceof Return returned ? text(returned(returned, rows)) : null;
  }

  private static Rows text(String text) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("search", text);
    return new Rows(Set.of("search"), List.of(row));
  }

  static String format(Rows rows, List<String> words, String between, String none) {
    List<String> texts = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      List<String> terms = new ArrayList<>();
      new TreeMap<>(row)
          .forEach(
              (field, value) -> {
                String term = FieldNames.isInternal(field) ? "" : term(field, value, between);
                if (!term.isEmpty()) {
                  terms.add(term);
                }
              });
      if (!terms.isEmpty()) {
        String all = String.join(" " + words.get(2) + " ", terms);
        texts.add(words.get(1) + " " + all + " " + words.get(3));
      }
    }
    if (texts.isEmpty()) {
      // Rows whose search is empty say nothing; no rows match nothing.
      return !rows.all().isEmpty() && rows.columns().contains("search") ? "" : none;
    }
    String all = String.join(" " + words.get(4) + " ", texts);
    return words.get(0) + " " + all + " " + words.get(5);
  }

  private static String term(String field, Object value, String between) {
    List<String> texts = Values.texts(value);
    if (texts.size() == 1) {
      return term(field, texts.get(0));
    }
    List<String> terms = texts.stream().map(text -> term(field, text)).toList();
    return "( " + String.join(" " + between + " ", terms) + " )";
  }

  private static String term(String field, String text) {
    if (field.equals("search") || field.equals("query")) {
      return text;
    }
    boolean plain =
        field.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_.{}:-".indexOf(c) >= 0);
    return (plain ? field : quoted(field)) + "=" + quoted(text);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String returned(Return command, Rows rows) {
    List<String> texts = new ArrayList<>();
    rows.all().stream()
        .limit(command.count())
        .map(row -> terms(command, row))
        .filter(terms -> !terms.isEmpty())
        .forEach(terms -> texts.add(String.join(" ", terms)));
    boolean values = command.items().stream().allMatch(item -> item.name().isEmpty());
    if (texts.size() == 1 && values) {
      return texts.get(0);
    }
    return String.join(" OR ", texts.stream().map(text -> "(" + text + ")").toList());
  }

  private static List<String> terms(Return command, Map<String, Object> row) {
    List<String> terms = new ArrayList<>();
    for (Return.Item item : command.items()) {
      List<String> texts = Values.texts(row.get(item.field().name()));
      List<String> named = texts.stream().map(text -> item.name() + "=\"" + text + "\"").toList();
      if (item.name().isEmpty()) {
        terms.addAll(texts);
      } else if (texts.size() == 1) {
        terms.addAll(named);
      } else if (!texts.isEmpty()) {
        terms.add("(" + String.join(" OR ", named) + ")");
      }
    }
    return terms;
  }
}
