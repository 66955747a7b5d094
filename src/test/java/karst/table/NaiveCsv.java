package karst.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CSV one character after the other, in the plainest way. */
final class NaiveCsv {
  private NaiveCsv() {}

  /** Returns the records, header included; null when a quote stays open. */
  static @Nullable List<List<@Nullable String>> read(String text) {
    List<List<@Nullable String>> records = new ArrayList<>();
    List<@Nullable String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      quoted ^= c == '"';
      if (c == '\n' && !quoted) {
        if (cell.length() > 0 && cell.charAt(cell.length() - 1) == '\r') {
          cell.setLength(cell.length() - 1);
        }
        end(records, record, cell);
        record = new ArrayList<>();
      } else if (c == ',' && !quoted) {
        record.add(unquoted(cell));
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    end(records, record, cell);
    return quoted ? null : records;
  }

  private static void end(
      List<List<@Nullable String>> records, List<@Nullable String> record, StringBuilder cell) {
    if (!record.isEmpty() || cell.length() > 0) {
      record.add(unquoted(cell));
      records.add(record);
    }
    cell.setLength(0);
  }

  private static @Nullable String unquoted(StringBuilder cell) {
    if (cell.length() == 0 || cell.charAt(0) != '"') {
      return cell.length() == 0 ? null : cell.toString();
    }
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < cell.length(); i++) {
      boolean quote = cell.charAt(i) == '"';
      if (!quote || (!quoted && i > 0 && cell.charAt(i - 1) == '"')) {
        text.append(cell.charAt(i));
      }
      quoted ^= quote;
    }
    return text.length() == 0 ? null : text.toString();
  }
}
