package karst.table.event;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads records of CSV whose first names the fields; an empty field is no value. A column {@code
 * _raw}, as Splunk exports it, is the event, and its fields are read too.
 */
final class CsvEvent implements EventParser {
  private final EventParser inner = new AnyEvent();
  private final List<String> header;

  CsvEvent(List<String> header) {
    this.header = header;
  }

  @Override
  public void parse(EventRecord record, EventFields fields) throws MalformedEventException {
    List<String> cells = split(fields.raw());
    int raw = header.indexOf("_raw");
    if (raw >= 0 && raw < cells.size() && !cells.get(raw).isEmpty()) {
      fields.raw(cells.get(raw));
      inner.parse(record, fields);
    }
    for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
      String name = header.get(i);
      if (i != raw && !cells.get(i).isEmpty() && !name.isEmpty()) {
        fields.set(name, cells.get(i));
      }
    }
  }

  /** Returns the cells of a record: quotes around a cell taken off, those in it halved. */
  static List<String> split(String record) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < record.length(); i++) {
      char next = record.charAt(i);
      if (next == '"' && quoted && i + 1 < record.length() && record.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (next == '"') {
        quoted = !quoted;
      } else if (next == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(next);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
