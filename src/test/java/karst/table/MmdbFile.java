package karst.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes databases in MaxMind's format that know one IPv4 network. */
final class MmdbFile {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private MmdbFile() {}

  /** A whole number of a number of bytes; other numbers are doubles. */
  private record Whole(int type, int value) {}

  /**
   * Writes a database.
   *
   * @param network its first address
   * @param length how many bits of it count
   * @param entry texts, doubles, maps and lists
   */
  static void write(Path file, int network, int length, Map<String, ?> entry) throws IOException {
    MmdbFile data = new MmdbFile();
    for (int node = 0; node < length; node++) {
      int next = node + 1 < length ? node + 1 : length + 16;
      boolean right = (network >>> (31 - node) & 1) == 1;
      data.pointer(right ? length : next);
      data.pointer(right ? next : length);
    }
    data.out.write(new byte[16]);
    data.value(entry);
    data.out.write(0xAB);
    data.out.write(0xCD);
    data.out.write(0xEF);
    data.out.write("MaxMind.com".getBytes(StandardCharsets.UTF_8));
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("binary_format_major_version", new Whole(5, 2));
    about.put("binary_format_minor_version", new Whole(5, 0));
    about.put("build_epoch", new Whole(9, 1));
    about.put("database_type", "Test");
    about.put("description", Map.of("en", "Test"));
    about.put("ip_version", new Whole(5, 4));
    about.put("languages", List.of("en"));
    about.put("node_count", new Whole(6, length));
    about.put("record_size", new Whole(5, 24));
    data.value(about);
    Files.write(file, data.out.toByteArray());
  }

  private void pointer(int to) {
    out.write(to >> 16);
    out.write(to >> 8);
    out.write(to);
  }

  private void value(Object value) throws IOException {
    if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      control(2, bytes.length);
      out.write(bytes);
    } else if (value instanceof Whole whole) {
      control(whole.type(), 2);
      out.write(whole.value() >> 8);
      out.write(whole.value());
    } else if (value instanceof Double number) {
      control(3, 8);
      out.write(ByteBuffer.allocate(8).putDouble(number).array());
    } else if (value instanceof List<?> list) {
      control(11, list.size());
      for (Object element : list) {
        value(element);
      }
    } else if (value instanceof Map<?, ?> map) {
      control(7, map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        value(entry.getKey());
        value(entry.getValue());
      }
    }
  }

  private void control(int type, int size) {
    boolean longer = size >= 29;
    out.write((type > 7 ? 0 : type << 5) | (longer ? 29 : size));
    if (type > 7) {
      out.write(type - 7);
    }
    if (longer) {
      out.write(size - 29);
    }
  }
}
