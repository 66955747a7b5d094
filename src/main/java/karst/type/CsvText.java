package karst.type;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a short text of comma-separated values (RFC 4180); spaces around a bare cell are no part.
 */
public final class CsvText {
  private final String text;
  private int at;

  private CsvText(String text) {
    this.text = text;
  }

  /**
   * Returns the records of a text; blank lines are passed over.
   *
   * @throws InvalidSyntaxException if a quoted cell does not end, or ends before its delimiter
   */
  public static List<List<String>> parse(String text) {
    CsvText in = new CsvText(text);
    List<List<String>> records = new ArrayList<>();
    while (in.at < text.length()) {
      List<String> record = in.record();
      if (record.size() > 1 || !record.get(0).isEmpty()) {
        records.add(record);
      }
    }
    return records;
  }

  private List<String> record() {
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(cell());
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      } else {
        at = Math.min(text.length(), at + 1);
        return cells;
      }
    }
  }

  private String cell() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private String quoted() {
    int open = at++;
    StringBuilder cell = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        while (at < text.length() && " \t\r".indexOf(text.charAt(at)) >= 0) {
          at++;
        }
        if (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
          throw new InvalidSyntaxException("expected a comma after the closing quote", at);
        }
        return cell.toString();
      }
    }
    throw new InvalidSyntaxException("a closing quote is missing", open);
  }
}
