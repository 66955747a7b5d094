package karst.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import karst.Row;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180, but with bare line feeds). A null is an empty cell; several values are
 * joined by line breaks.
 */
final class CsvRowWriter implements RowWriter {
  private final CsvWriter writer;
  private final int columns;
  // Alone in its row, an empty cell is quoted: readers skip empty lines.
  private final @Nullable String nothing;

  CsvRowWriter(OutputStream out, Schema schema) {
    columns = schema.size();
    nothing = columns == 1 ? "" : null;
    CsvWriter.CsvWriterBuilder builder = CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
    if (columns == 1) {
      builder.quoteStrategy(QuoteStrategies.EMPTY);
    }
    writer = builder.build(out, StandardCharsets.UTF_8);
    writer.writeRecord(schema.names());
  }

  @Override
  public void write(Row row) {
    @Nullable String[] cells = new String[columns];
    for (int i = 0; i < columns; i++) {
      cells[i] = row.isNull(i) ? nothing : row.text(i);
    }
    writer.writeRecord(cells);
  }

  @Override
  public void close() throws IOException {
    writer.flush();
  }
}
