package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import karst.source.TerminalWidth;

/**
 * Rows as blocks of lines, one field a line: for rows that are wider than any table that could be
 * read. A field without a value is left out.
 *
 * @param headers the names of the columns
 * @param width the number of columns of text that there is room for
 */
record BlockLayout(List<String> headers, int width) {
  private static final String GAP = "  ";
  private static final int LEAST = 20;

  /** Writes rows. */
  void write(List<String[]> rows, OutputStream out) throws IOException {
    int names = headers.stream().mapToInt(TerminalWidth::of).max().orElse(0);
    int room = Math.max(LEAST, width - names - GAP.length());
    for (int number = 0; number < rows.size(); number++) {
      StringBuilder block = new StringBuilder();
      String title = "-- row " + (number + 1) + " ";
      block.append(title).append("-".repeat(Math.max(0, width - title.length()))).append('\n');
      for (int i = 0; i < headers.size(); i++) {
        append(block, headers.get(i), rows.get(number)[i], names, room);
      }
      out.write(block.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void append(StringBuilder block, String header, String cell, int names, int room) {
    if (cell.isEmpty()) {
      return;
    }
    String name = header;
    for (String line : cell.split("\n", -1)) {
      int start = 0;
      do {
        int end = fitting(line, start, room);
        String piece = line.substring(start, end);
        String margin = " ".repeat(names - TerminalWidth.of(name));
        block.append((name + margin + GAP + piece).stripTrailing()).append('\n');
        name = "";
        start = end;
      } while (start < line.length());
    }
  }

  /** Returns where a line is cut so that what comes before fits. */
  private static int fitting(String line, int start, int room) {
    int width = 0;
    int end = start;
    while (end < line.length()) {
      int character = line.codePointAt(end);
      width += TerminalWidth.of(character);
      if (width > room) {
        break;
      }
      end += Character.charCount(character);
    }
    return end;
  }
}
