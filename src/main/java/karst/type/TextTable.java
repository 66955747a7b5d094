package karst.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables in a text such as the output of {@code ps} or {@code netstat}: a line of names, and
 * lines of values under them (spl-semantics §6.2 multikv).
 *
 * @param headerLine the line of the names, counted from 1 without blank lines; 0 for the first line
 *     of two words
 * @param hasHeader whether there is such a line, else columns are numbered
 * @param several whether a blank line ends a table, so that another may follow
 */
public record TextTable(int headerLine, boolean hasHeader, boolean several) {
  /**
   * A line of a table.
   *
   * @param cells its values by the names of their columns, in order
   */
  public record Line(String text, Map<String, String> cells) {}

  /** A word of a line and where it stands. */
  private record Word(String text, int start, int end) {}

  /** Returns the lines under the names; null where there are no names, so that it is no table. */
  public @Nullable List<Line> read(String text) {
    List<Line> lines = new ArrayList<>();
    List<Word> header = null;
    int number = 0;
    boolean found = false;
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        header = several && headerLine == 0 && hasHeader ? null : header;
        continue;
      }
      number++;
      List<Word> words = words(line);
      List<Word> columns = header;
      if (columns == null && isHeader(number, words)) {
        header = hasHeader ? named(words) : numbered(words);
        found = true;
        // A line of names has no values.
        columns = hasHeader ? null : header;
      }
      if (columns != null) {
        lines.add(new Line(line, cells(columns, words, line)));
      }
    }
    return found ? lines : null;
  }

  private boolean isHeader(int number, List<Word> words) {
    return headerLine > 0 ? number == headerLine : !hasHeader || words.size() > 1;
  }

  private static List<Word> words(String line) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      if (Character.isWhitespace(line.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
        end++;
      }
      words.add(new Word(line.substring(at, end), at, end));
      at = end;
    }
    return words;
  }

  /** A name that is empty when it is cleaned, or that another column has, gets a number. */
  private static List<Word> named(List<Word> words) {
    Map<String, Word> named = new LinkedHashMap<>();
    for (Word word : words) {
      String name = KeyValueText.cleanKey(word.text());
      int column = named.size() + 1;
      if (name.isEmpty()) {
        name = "Column_" + column;
      } else if (named.containsKey(name)) {
        name = name + "_" + column;
      }
      named.put(name, new Word(name, word.start(), word.end()));
    }
    return List.copyOf(named.values());
  }

  private static List<Word> numbered(List<Word> words) {
    List<Word> numbered = new ArrayList<>();
    for (Word word : words) {
      numbered.add(new Word("Column_" + (numbered.size() + 1), word.start(), word.end()));
    }
    return numbered;
  }

  /**
   * As many words as columns, or more, belong to them one by one, and the last column has the rest
   * of the line; of fewer each belongs to the column that it stands under.
   */
  private static Map<String, String> cells(List<Word> header, List<Word> words, String line) {
    Map<String, String> cells = new LinkedHashMap<>();
    int last = header.size() - 1;
    if (words.size() >= header.size()) {
      for (int i = 0; i < last; i++) {
        cells.put(header.get(i).text(), words.get(i).text());
      }
      cells.put(header.get(last).text(), line.substring(words.get(last).start()).strip());
      return cells;
    }
    for (Word word : words) {
      cells.merge(column(header, word), word.text(), (before, more) -> before + " " + more);
    }
    return cells;
  }

  private static String column(List<Word> header, Word word) {
    String nearest = header.get(0).text();
    int least = Integer.MAX_VALUE;
    for (Word column : header) {
      int gap = Math.max(column.start() - word.end(), word.start() - column.end()) + 1;
      if (gap < least) {
        least = gap;
        nearest = column.text();
      }
      if (gap <= 0) {
        return column.text();
      }
    }
    return nearest;
  }
}
