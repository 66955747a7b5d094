package karst.table.event;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The form of a file of events, told by its first bytes. */
enum EventFormat {
  /** One JSON object a line. */
  JSON_LINES,
  /** JSON objects over several lines, or an array of them. */
  JSON_DOCUMENT,
  /** Windows events in XML, or as blocks of text. */
  WINDOWS,
  /** Records with the names of fields in the first. */
  CSV,
  /** An event a line. */
  LINES,
  /** Windows' binary log. */
  EVTX;

  private static final int MOST_COLUMNS = 10_000;

  /** Tells the form by the first bytes of a file. */
  static EventFormat of(byte[] sample) {
    String text = new String(sample, StandardCharsets.UTF_8);
    if (text.startsWith("ElfFile\0")) {
      return EVTX;
    }
    String start = text.stripLeading();
    if (start.startsWith("{")) {
      return firstLineIsObject(start) ? JSON_LINES : JSON_DOCUMENT;
    }
    if (start.startsWith("[{") || start.matches("(?s)\\[\\s*\\{.*")) {
      return JSON_DOCUMENT;
    }
    if (text.contains("<Event>") || text.contains("<Event ") || isClassic(start)) {
      return WINDOWS;
    }
    return isCsv(start) ? CSV : LINES;
  }

  /** A line longer than the sample is taken for one record. */
  private static boolean firstLineIsObject(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '\n') {
        return depth <= 0;
      }
      if (quoted) {
        i += next == '\\' ? 1 : 0;
        quoted = next != '"';
      } else if (next == '"') {
        quoted = true;
      } else if (next == '{') {
        depth++;
      } else if (next == '}') {
        depth--;
      }
    }
    return true;
  }

  private static boolean isClassic(String text) {
    return text.matches("(?s)\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d [AP]M\\r?\\n\\w+=.*");
  }

  /** A header is distinct names without blanks; the next record has as many fields. */
  private static boolean isCsv(String text) {
    int end = text.indexOf('\n');
    if (end < 0) {
      return false;
    }
    List<String> header = CsvEvent.split(text.substring(0, end).stripTrailing());
    Set<String> distinct = new HashSet<>(header);
    boolean names =
        header.size() > 1
            && header.size() <= MOST_COLUMNS
            && distinct.size() == header.size()
            && header.stream().allMatch(name -> name.matches("[\\w.:@{}/-]+"));
    if (!names) {
      return false;
    }
    if (distinct.contains("_time") || distinct.contains("_raw")) {
      return true;
    }
    int next = text.indexOf('\n', end + 1);
    String second = text.substring(end + 1, next < 0 ? text.length() : next).stripTrailing();
    return second.isEmpty() || CsvEvent.split(second).size() == header.size();
  }
}
