package karst.table.event;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import karst.vector.Dictionary;
import karst.vector.StringVector;
import org.jspecify.annotations.Nullable;

/** Collects events into segments. */
final class SegmentBuilder {
  /** A segment ends when its raw events are as long as this, however few they are. */
  private static final int RAW_BYTES = 16 << 20;

  private final @Nullable Set<String> wanted;
  private final boolean resident;
  private final Map<String, Dictionary> dictionaries = new HashMap<>();
  private Map<String, FieldValues> fields = new LinkedHashMap<>();
  private double[] times = new double[EventSegment.ROWS];
  private StringVector.Builder raw = new StringVector.Builder(EventSegment.ROWS);
  private int size;
  private long rawBytes;

  private SegmentBuilder(@Nullable Set<String> wanted, boolean resident) {
    this.wanted = wanted;
    this.resident = resident;
  }

  /** Returns a builder of segments that are kept: with all fields, and dictionaries in common. */
  static SegmentBuilder resident() {
    return new SegmentBuilder(null, true);
  }

  /**
   * Returns a builder of segments that are read once.
   *
   * @param wanted the fields to keep; null for all
   */
  static SegmentBuilder passing(@Nullable Set<String> wanted) {
    return new SegmentBuilder(wanted, false);
  }

  /** Adds an event. */
  void add(EventFields event) {
    times[size] = event.time();
    if (wanted == null || wanted.contains(EventTable.RAW)) {
      raw.append(event.raw());
      rawBytes += event.raw().length();
    }
    for (int i = 0; i < event.size(); i++) {
      String name = event.name(i);
      if ((wanted == null || wanted.contains(name)) && !name.startsWith("_")) {
        values(name).add(size, event.value(i));
      }
    }
    size++;
  }

  private FieldValues values(String name) {
    FieldValues values = fields.get(name);
    if (values == null) {
      values = new FieldValues(dictionaries.computeIfAbsent(name, key -> new Dictionary()));
      fields.put(name, values);
    }
    return values;
  }

  /** Returns the number of events since the last segment. */
  int size() {
    return size;
  }

  /** Returns whether the segment should be taken before more is added. */
  boolean isFull() {
    return size == EventSegment.ROWS || rawBytes >= RAW_BYTES;
  }

  /** Returns the events so far, at least one, and starts anew. */
  EventSegment build() {
    fields.values().forEach(FieldValues::trim);
    StringVector texts = raw.size() == 0 ? null : raw.build();
    EventSegment segment =
        new EventSegment(
            size,
            Arrays.copyOf(times, size),
            resident ? null : texts,
            resident && texts != null ? CompressedText.of(texts) : null,
            fields);
    fields = new LinkedHashMap<>();
    times = new double[EventSegment.ROWS];
    raw = new StringVector.Builder(EventSegment.ROWS);
    size = 0;
    rawBytes = 0;
    if (!resident) {
      // Dictionaries that grow with the file would be as large as the file.
      dictionaries.clear();
    }
    return segment;
  }

  /** Returns about how many bytes of memory the dictionaries take. */
  long dictionaryBytes() {
    return dictionaries.values().stream().mapToLong(Dictionary::memory).sum();
  }
}
