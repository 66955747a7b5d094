package karst.cli;

import java.util.List;
import java.util.stream.IntStream;
import karst.source.TerminalWidth;

/**
 * The widths that a table's columns need so that nothing is wrapped.
 *
 * @param natural for each column, the width of its widest line
 */
record ColumnWidths(int[] natural) {
  // A column of a table takes a border and a space on either side; the table, one border more.
  private static final int FRAME = 3;
  // A column that is cut to less than this cannot be read.
  private static final int NARROWEST = 16;

  /** Measures headers and cells. */
  static ColumnWidths of(List<String> headers, List<String[]> rows) {
    int[] widths = headers.stream().mapToInt(TerminalWidth::of).toArray();
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], widestLine(row[i]));
      }
    }
    return new ColumnWidths(widths);
  }

  private static int widestLine(String cell) {
    int widest = 0;
    int width = 0;
    for (int i = 0; i < cell.length(); ) {
      int character = cell.codePointAt(i);
      width = character == '\n' ? 0 : width + TerminalWidth.of(character);
      widest = Math.max(widest, width);
      i += Character.charCount(character);
    }
    return widest;
  }

  /** Returns whether a table of a width can be read. */
  boolean fit(int width) {
    return total(NARROWEST) <= room(width);
  }

  /** Returns the widths of a table that fits: the widest columns are cut to a common width. */
  int[] within(int width) {
    int narrow = NARROWEST;
    int wide = Math.max(narrow, IntStream.of(natural).max().orElse(narrow));
    while (narrow < wide) {
      int middle = (narrow + wide + 1) >>> 1;
      if (total(middle) <= room(width)) {
        narrow = middle;
      } else {
        wide = middle - 1;
      }
    }
    int widest = narrow;
    return IntStream.of(natural).map(column -> Math.min(column, widest)).toArray();
  }

  private int room(int width) {
    return width - 1 - FRAME * natural.length;
  }

  private long total(int widest) {
    return IntStream.of(natural).mapToLong(column -> Math.min(column, widest)).sum();
  }
}
