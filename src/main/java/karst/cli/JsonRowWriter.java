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
 * Writes JSON: one array of objects, or objects alone, each on a line of its own. A null field is
 * absent, several values are an array, a number is a number.
 */
final class JsonRowWriter implements RowWriter {
  private final JsonGenerator json;
  private final Schema columns;
  private final boolean array;
  private final @Nullable String search;
  private long rows;

  /**
   * Creates a writer.
   *
   * @param array whether the objects stand in an array
   */
  JsonRowWriter(OutputStream out, Schema columns, boolean array) {
    this(out, columns, array, null);
  }

  /**
   * Creates a writer of objects that stand on lines of their own, each in one that names its
   * search.
   *
   * @param search what the search is called
   */
  JsonRowWriter(OutputStream out, Schema columns, String search) {
    this(out, columns, false, search);
  }

  private JsonRowWriter(OutputStream out, Schema columns, boolean array, @Nullable String search) {
    this.columns = columns;
    this.array = array;
    this.search = search;
    try {
      json = new JsonFactory().createGenerator(out);
      // The output has more to do when all rows are written.
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new ObjectsOnLines());
      if (array) {
        json.writeStartArray();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(Row row) throws IOException {
    if (search == null) {
      writeFields(row);
    } else {
      json.writeStartObject();
      json.writeStringField("file", search);
      json.writeFieldName("row");
      writeFields(row);
      json.writeEndObject();
    }
    rows++;
  }

  private void writeFields(Row row) throws IOException {
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

  private void write(Object value) throws IOException {
    if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(item);
      }
      json.writeEndArray();
    } else if (value instanceof Double number) {
      writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }

  private void writeNumber(double number) throws IOException {
    String text = Numbers.format(number);
    if (Double.isFinite(number)) {
      json.writeNumber(text);
    } else {
      // JSON has no such numbers.
      json.writeString(text);
    }
  }

  @Override
  public void close() throws IOException {
    if (!json.isClosed()) {
      if (array) {
        json.writeEndArray();
      }
      if (array || rows > 0) {
        json.writeRaw('\n');
      }
      json.close();
    }
  }

  /** Begins a line before each object, but not inside of one. */
  private static final class ObjectsOnLines extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    ObjectsOnLines() {
      super("\n");
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
      breakLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(',');
      breakLine(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
      if (values > 0) {
        breakLine(json);
      }
      json.writeRaw(']');
    }

    private static void breakLine(JsonGenerator json) throws IOException {
      if (json.getOutputContext().getParent().inRoot()) {
        json.writeRaw('\n');
      }
    }
  }
}
