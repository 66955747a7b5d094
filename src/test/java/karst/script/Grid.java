package karst.script;

import java.util.ArrayList;
import java.util.List;
import karst.source.TerminalWidth;

/**
 * A table between bars: a header and rows.
 *
 * @param header the names of the columns
 * @param rows as many cells each as there are columns
 */
public record Grid(List<String> header, List<List<Cell>> rows) {
  /** Checks that the rows are as wide as the header. */
  public Grid {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row of %d cells under %d columns: %s"
                .formatted(row.size(), header.size(), written(row)));
      }
    }
  }

  /** Reads the lines of a table. */
  static Grid parse(List<String> lines) {
    List<List<Cell>> rows = new ArrayList<>();
    List<String> header = List.of();
    for (String line : lines) {
      List<String> cells = split(line);
      if (line == lines.get(0)) {
        header = cells.stream().map(cell -> Cell.parse(cell).values().get(0)).toList();
      } else {
        rows.add(cells.stream().map(Cell::parse).toList());
      }
    }
    return new Grid(header, rows);
  }

  private static List<String> split(String line) {
    String text = line.strip();
    if (text.length() < 2 || !text.startsWith("|") || !text.endsWith("|")) {
      throw new IllegalArgumentException("a row of a table begins and ends with a bar: " + line);
    }
    List<String> cells = new ArrayList<>();
    int start = 1;
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && i + 1 < text.length() - 1) {
        i++;
      } else if (text.charAt(i) == '|') {
        cells.add(text.substring(start, i));
        start = i + 1;
      }
    }
    return cells;
  }

  /** Returns the lines of the table, its columns aligned. */
  public List<String> lines() {
    List<List<String>> cells = new ArrayList<>();
    cells.add(header.stream().map(name -> Cell.of(name).written()).toList());
    rows.forEach(row -> cells.add(written(row)));
    int[] widths = new int[header.size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TerminalWidth.of(row.get(i)));
      }
    }
    return cells.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      line.append(' ').append(cell).append(" ".repeat(widths[i] - TerminalWidth.of(cell)));
      line.append(" |");
    }
    return line.toString();
  }

  /** Returns the lines of the table, rows in order of their text. */
  public List<String> sortedLines() {
    List<String> lines = lines();
    List<String> sorted = new ArrayList<>(lines.subList(1, lines.size()));
    sorted.sort(null);
    sorted.add(0, lines.get(0));
    return sorted;
  }

  private static List<String> written(List<Cell> row) {
    return row.stream().map(Cell::written).toList();
  }
}
