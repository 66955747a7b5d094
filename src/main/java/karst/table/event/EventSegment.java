package karst.table.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.table.Table;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Dictionary;
import karst.vector.DoubleVector;
import karst.vector.NullVector;
import karst.vector.StringVector;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Some thousand events by fields; only what an event has takes memory. */
final class EventSegment {
  /** The most events of a segment. */
  static final int ROWS = 4096;

  private final int size;
  private final double[] times;
  private final @Nullable StringVector raw;
  private final @Nullable CompressedText packed;
  private final Map<String, FieldValues> fields;

  EventSegment(
      int size,
      double[] times,
      @Nullable StringVector raw,
      @Nullable CompressedText packed,
      Map<String, FieldValues> fields) {
    this.size = size;
    this.times = times;
    this.raw = raw;
    this.packed = packed;
    this.fields = new LinkedHashMap<>(fields);
  }

  /** Returns the number of events. */
  int size() {
    return size;
  }

  /** Returns a column of the events; of a field that none has it is null. */
  Vector column(Column column) {
    String name = column.name();
    if (name.equals(Table.TIME_FIELD)) {
      return times();
    }
    if (name.equals(EventTable.RAW)) {
      return raw != null ? raw : packed != null ? packed.texts() : new NullVector(size);
    }
    if (name.equals(EventTable.FIELD_NAMES)) {
      return names();
    }
    FieldValues values = fields.get(name);
    if (values == null) {
      return new NullVector(size);
    }
    return column.type() instanceof SplType.Text ? values.single(size) : values.lists(size);
  }

  private Vector times() {
    long[] validity = Validity.none(size);
    for (int row = 0; row < size; row++) {
      if (!Double.isNaN(times[row])) {
        Validity.set(validity, row);
      }
    }
    return new DoubleVector(times, validity, size);
  }

  /** The names of each event's fields, a list. */
  private Vector names() {
    List<List<String>> names = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      names.add(new ArrayList<>());
    }
    fields.forEach((name, values) -> values.forEachRow(row -> names.get(row).add(name)));
    FieldValues all = new FieldValues(new Dictionary());
    for (int row = 0; row < size; row++) {
      for (String name : names.get(row)) {
        all.add(row, name);
      }
    }
    return all.lists(size);
  }

  /** Returns about how many bytes of memory the events take, dictionaries excluded. */
  long bytes() {
    long total = 8L * times.length + (packed == null ? 0 : packed.bytes());
    for (FieldValues values : fields.values()) {
      total += values.bytes();
    }
    return total + (raw == null ? 0 : raw.bytes());
  }
}
