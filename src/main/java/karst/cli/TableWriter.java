package karst.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.Row;
import karst.source.TerminalWidth;
import karst.vector.Schema;

/**
 * Writes a table for people: numbers to the right, the values of a multivalue below each other
 * behind a bullet, long values wrapped so that the table fits the terminal.
 */
final class TableWriter implements RowWriter {
  private static final String BULLET = "• ";
  // What a column takes beside its text: a border and a space on either side.
  private static final int FRAME = 3;
  private static final int NARROWEST = 8;

  private final OutputStream out;
  private final Schema columns;
  private final int terminalWidth;
  private final List<String[]> rows = new ArrayList<>();
  private final boolean[] numeric;
  private boolean closed;

  TableWriter(OutputStream out, Schema columns, int terminalWidth) {
    this.out = out;
    this.columns = columns;
    this.terminalWidth = terminalWidth;
    this.numeric = new boolean[columns.size()];
    Arrays.fill(numeric, true);
  }

  @Override
  public void write(Row row) {
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      List<String> values = row.values(i);
      cells[i] = values.size() > 1 ? BULLET + String.join("\n" + BULLET, values) : first(values);
      numeric[i] &= values.isEmpty() || (values.size() == 1 && !Double.isNaN(row.number(i)));
    }
    rows.add(cells);
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0).replace("\t", "  ").replace("\r", "");
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    String text = rows.isEmpty() ? "" : table() + "\n";
    String count = rows.size() == 1 ? "1 row" : rows.size() + " rows";
    out.write((text + count + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private String table() {
    int[] widths = fitted();
    List<ColumnData<String[]>> data = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      data.add(
          new Column()
              .header(columns.column(i).name())
              .headerAlign(HorizontalAlign.LEFT)
              .dataAlign(numeric[i] ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
              .maxWidth(widths[i] + 2, OverflowBehaviour.NEWLINE)
              .with(row -> row[column]));
    }
    return AsciiTable.builder()
        .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
        .lineSeparator("\n")
        .data(rows, data)
        .asString();
  }

  /** The widths that columns want, the widest cut until the table fits. */
  private int[] fitted() {
    int[] widths = new int[columns.size()];
    int total = 1;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = TerminalWidth.of(columns.column(i).name());
      for (String[] row : rows) {
        int cell = row[i].lines().mapToInt(TerminalWidth::of).max().orElse(0);
        widths[i] = Math.max(widths[i], cell);
      }
      total += widths[i] + FRAME;
    }
    for (int excess = total - terminalWidth; excess > 0; ) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }
}
