package karst.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import karst.Row;
import karst.type.Numbers;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON: one array of objects, or one object a line. A null field is absent, several values
 * are an array, a number is a number.
 */
final class JsonRowWriter implements RowWriter {
  private final JsonGenerator json;
  private final Schema columns;
  private final boolean array;

  JsonRowWriter(OutputStream out, Schema columns, boolean array) {
    this.columns = columns;
    this.array = array;
    try {
      json = new JsonFactory().createGenerator(out);
      json.setPrettyPrinter(new MinimalPrettyPrinter(array ? "" : "\n"));
      if (array) {
        json.writeStartArray();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(Row row) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.value(i);
      if (value != null) {
        json.writeFieldName(columns.column(i).name());
        write(value);
      }
    }
    json.writeEndObject();
  }

  private void write(@Nullable Object value) throws IOException {
    if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(item);
      }
      json.writeEndArray();
    } else if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
      json.writeNumber(Numbers.format(number));
    } else {
      json.writeString(value instanceof Double number ? Numbers.format(number) : "" + value);
    }
  }

  @Override
  public void close() throws IOException {
    if (!json.isClosed()) {
      if (array) {
        json.writeEndArray();
      }
      json.writeRaw('\n');
      json.close();
    }
  }
}
