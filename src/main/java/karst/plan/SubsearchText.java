package karst.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.TextOf;
import karst.vector.Vector;

/**
 * The text that rows become where a subsearch stands among search terms (spl-semantics §2.10): each
 * row is the conjunction of its fields, and any row may match.
 */
public final class SubsearchText {
  /** How rows are put into words; the defaults are those of the {@code format} command. */
  public record Words(
      String rowPrefix,
      String columnPrefix,
      String columnSeparator,
      String columnEnd,
      String rowSeparator,
      String rowEnd,
      String multivalueSeparator,
      String none) {
    /** The words of a subsearch that has no {@code format} of its own. */
    public static final Words STANDARD =
        new Words("(", "(", "AND", ")", "OR", ")", "OR", "NOT ( )");

    /** Nothing around a single row of a single column. */
    private static final Words NONE = new Words("", "", "", "", "", "", "OR", "");
  }

  private SubsearchText() {}

  /**
   * Returns the text that takes a subsearch's place. A single row of nothing but a piece of a
   * search, such as that of {@code return}, is that piece, so that it may also stand for a value.
   */
  static String inserted(StageRows rows) {
    List<Integer> columns = columns(rows);
    boolean lone =
        rows.rowCount() == 1
            && columns.size() == 1
            && isPiece(rows.schema().column(columns.get(0)).name());
    String text = of(rows, lone ? Words.NONE : Words.STANDARD);
    return lone ? text.strip() : text;
  }

  /** Returns the text of some rows. */
  public static String of(StageRows rows, Words words) {
    List<Integer> columns = columns(rows);
    List<String> texts = new ArrayList<>();
    for (Batch batch : rows.batches()) {
      for (int i = 0; i < batch.rowCount(); i++) {
        String text = row(batch, batch.selection().row(i), columns, words);
        if (!text.isEmpty()) {
          texts.add(words.columnPrefix() + " " + text + " " + words.columnEnd());
        }
      }
    }
    if (texts.isEmpty()) {
      // An empty text, as `return` gives for no rows, is no constraint; no rows match nothing.
      return rows.rowCount() > 0 && rows.schema().indexOf("search") >= 0 ? "" : words.none();
    }
    String joined = String.join(" " + words.rowSeparator() + " ", texts);
    return words.rowPrefix() + " " + joined + " " + words.rowEnd();
  }

  /** The public columns by name: the order in which SPL writes them. */
  private static List<Integer> columns(StageRows rows) {
    List<String> names = rows.schema().names();
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).startsWith("_")) {
        columns.add(i);
      }
    }
    columns.sort(Comparator.comparing(names::get));
    return columns;
  }

  private static String row(Batch batch, int row, List<Integer> columns, Words words) {
    List<String> terms = new ArrayList<>();
    for (int column : columns) {
      Vector vector = batch.vector(column);
      String name = batch.schema().column(column).name();
      if (vector.kindAt(row) == Kind.LIST) {
        terms.add(list(name, vector.listAt(row), words));
      } else if (!vector.isNull(row)) {
        terms.add(term(name, String.valueOf(TextOf.row(vector, row))));
      }
    }
    terms.removeIf(String::isEmpty);
    return String.join(" " + words.columnSeparator() + " ", terms);
  }

  private static String list(String name, Vector values, Words words) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      terms.add(term(name, String.valueOf(TextOf.row(values, i))));
    }
    return terms.isEmpty()
        ? ""
        : "( " + String.join(" " + words.multivalueSeparator() + " ", terms) + " )";
  }

  private static String term(String name, String value) {
    // These two are not compared: what they hold is itself a piece of a search.
    if (isPiece(name)) {
      return value;
    }
    String field = name.matches("[\\w.{}:-]+") ? name : quoted(name);
    return field + "=" + quoted(value);
  }

  private static boolean isPiece(String name) {
    return name.equals("search") || name.equals("query");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
