package karst.table.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in a summary.
 *
 * @param dataset the dataset
 * @param inputs the files whose rows are in it
 * @param files the files that it consists of
 */
public record Manifest(String dataset, List<SummaryInput> inputs, List<SummaryFile> files) {
  private static final String FORMAT = "karst-summary-1";

  public Manifest {
    inputs = List.copyOf(inputs);
    files = List.copyOf(files);
  }

  /** Returns the manifest of a summary of nothing. */
  static Manifest empty(String dataset) {
    return new Manifest(dataset, List.of(), List.of());
  }

  /** Returns this manifest with more inputs and files. */
  Manifest and(List<SummaryInput> moreInputs, List<SummaryFile> moreFiles) {
    List<SummaryInput> allInputs = new ArrayList<>(inputs);
    allInputs.addAll(moreInputs);
    List<SummaryFile> allFiles = new ArrayList<>(files);
    allFiles.addAll(moreFiles);
    return new Manifest(dataset, allInputs, allFiles);
  }

  /** Returns the number of rows. */
  public long rows() {
    return files.stream().mapToLong(SummaryFile::rows).sum();
  }

  /** Returns the number of bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(SummaryFile::bytes).sum();
  }

  /** Returns the smallest time of all rows, or null. */
  public @Nullable Double earliest() {
    Double least = null;
    for (SummaryFile file : files) {
      Double time = file.earliest();
      least = time == null || least != null && least <= time ? least : time;
    }
    return least;
  }

  /** Returns the greatest time of all rows, or null. */
  public @Nullable Double latest() {
    Double most = null;
    for (SummaryFile file : files) {
      Double time = file.latest();
      most = time == null || most != null && most >= time ? most : time;
    }
    return most;
  }

  /** Returns the manifest as JSON. */
  byte[] toJson() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      json.writeStringField("dataset", dataset);
      json.writeNumberField("rows", rows());
      time("earliest", earliest(), json);
      time("latest", latest(), json);
      json.writeArrayFieldStart("inputs");
      for (SummaryInput input : inputs) {
        json.writeStartObject();
        json.writeStringField("path", input.path());
        json.writeNumberField("bytes", input.bytes());
        json.writeNumberField("modified", input.modified());
        json.writeStringField("sha256", input.digest());
        json.writeStringField("origin", input.origin());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("files");
      for (SummaryFile file : files) {
        json.writeStartObject();
        json.writeStringField("name", file.name());
        json.writeNumberField("rows", file.rows());
        json.writeNumberField("bytes", file.bytes());
        time("earliest", file.earliest(), json);
        time("latest", file.latest(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return out.toByteArray();
  }

  private static void time(String name, @Nullable Double time, JsonGenerator json)
      throws IOException {
    if (time != null) {
      json.writeNumberField(name, time);
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException if it is none
   */
  static Manifest parse(byte[] bytes) throws IOException {
    Map<String, String> head = new LinkedHashMap<>();
    List<SummaryInput> inputs = new ArrayList<>();
    List<SummaryFile> files = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(bytes)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() != JsonToken.START_ARRAY) {
          head.put(name, json.getText());
          continue;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
          Map<String, String> entry = entry(json);
          if (name.equals("inputs")) {
            inputs.add(input(entry));
          } else if (name.equals("files")) {
            files.add(file(entry));
          }
        }
      }
    } catch (IllegalArgumentException malformed) {
      throw new IOException("a number is malformed", malformed);
    }
    require(FORMAT.equals(head.get("format")));
    return new Manifest(text(head, "dataset"), inputs, files);
  }

  private static Map<String, String> entry(JsonParser json) throws IOException {
    Map<String, String> entry = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      entry.put(name, json.getText());
    }
    return entry;
  }

  private static SummaryInput input(Map<String, String> entry) throws IOException {
    return new SummaryInput(
        text(entry, "path"),
        Long.parseLong(text(entry, "bytes")),
        Long.parseLong(text(entry, "modified")),
        text(entry, "sha256"),
        text(entry, "origin"));
  }

  private static SummaryFile file(Map<String, String> entry) throws IOException {
    return new SummaryFile(
        text(entry, "name"),
        Long.parseLong(text(entry, "rows")),
        Long.parseLong(text(entry, "bytes")),
        number(entry, "earliest"),
        number(entry, "latest"));
  }

  private static @Nullable Double number(Map<String, String> entry, String name) {
    String text = entry.get(name);
    return text == null ? null : Double.valueOf(text);
  }

  private static String text(Map<String, String> entry, String name) throws IOException {
    String text = entry.get(name);
    if (text == null) {
      throw new IOException("`" + name + "` is missing");
    }
    return text;
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("it is not in the form " + FORMAT);
    }
  }
}
