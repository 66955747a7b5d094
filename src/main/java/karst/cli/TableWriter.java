package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.Row;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.vector.Schema;

/**
 * Writes rows for people: as a table if its columns fit, wrapped, into the width that there is, and
 * else as a block of lines a row. The values of a multivalue stand below each other behind bullets.
 */
final class TableWriter implements RowWriter {
  private static final String BULLET = "• ";
  // A string, its array and its place in a row.
  private static final int BYTES_A_CELL = 64;

  private final OutputStream out;
  private final Schema columns;
  private final int width;
  private final TableStyle style;
  private final List<String[]> rows = new ArrayList<>();
  private final boolean[] numeric;
  private long memory;
  private boolean closed;

  /**
   * Creates a writer.
   *
   * @param width the number of columns of text that there is room for
   */
  TableWriter(OutputStream out, Schema columns, int width, TableStyle style) {
    this.out = out;
    this.columns = columns;
    this.width = width;
    this.style = style;
    this.numeric = new boolean[columns.size()];
    Arrays.fill(numeric, true);
  }

  @Override
  public void write(Row row) {
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      List<String> values = row.values(i);
      cells[i] = text(values);
      if (style.isTime(columns.names().get(i))) {
        cells[i] = style.time(row, i, cells[i]);
        numeric[i] = false;
      }
      numeric[i] &= values.isEmpty() || (values.size() == 1 && !Double.isNaN(row.number(i)));
      memory += BYTES_A_CELL + cells[i].length();
    }
    if (memory > style.maxMemory()) {
      throw tooMuch();
    }
    rows.add(cells);
  }

  private SplException tooMuch() {
    long megabytes = (style.maxMemory() + (1 << 20) - 1) >> 20;
    return Diagnostic.error(
            DiagnosticCode.MEMORY_LIMIT,
            "the result is too large for a table, which takes more than "
                + megabytes
                + " MB after "
                + rows.size()
                + " rows")
        .hint(
            "use --format csv, json or ndjson, which need no memory for it; or raise --max-memory")
        .toException();
  }

  private static String text(List<String> values) {
    if (values.size() < 2) {
      return values.isEmpty() ? "" : VisibleText.of(values.get(0));
    }
    StringBuilder text = new StringBuilder();
    for (String value : values) {
      text.append(text.length() == 0 ? "" : "\n").append(BULLET).append(VisibleText.of(value));
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (!rows.isEmpty()) {
      ColumnWidths widths = ColumnWidths.of(columns.names(), rows);
      if (widths.fit(width)) {
        new TableLayout(columns.names(), numeric, widths.within(width)).write(rows, out);
      } else {
        new BlockLayout(columns.names(), width).write(rows, out);
      }
    }
    String count = rows.size() == 1 ? "1 row" : rows.size() + " rows";
    out.write((count + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
