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
import java.util.List;

/**
 * Rows as a table: numbers to the right, everything else to the left, long values wrapped.
 *
 * @param headers the names of the columns
 * @param numeric for each column, whether it holds numbers only
 * @param widths for each column, where it is wrapped
 */
record TableLayout(List<String> headers, boolean[] numeric, int[] widths) {
  private static final int PADDING = 2;

  /** Writes rows. */
  void write(List<String[]> rows, OutputStream out) throws IOException {
    List<ColumnData<String[]>> data = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      HorizontalAlign align = numeric[i] ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
      data.add(
          new Column()
              .header(headers.get(i))
              .headerAlign(align)
              .dataAlign(align)
              .maxWidth(widths[i] + PADDING, OverflowBehaviour.NEWLINE)
              .with(row -> row[column]));
    }
    String table =
        AsciiTable.builder()
            .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
            .lineSeparator("\n")
            .data(rows, data)
            .asString();
    out.write(table.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
