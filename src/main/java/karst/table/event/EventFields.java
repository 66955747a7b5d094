package karst.table.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one event, in the order of the record; a name may stand several times, its values
 * are then a list. It is filled anew for each event.
 */
final class EventFields {
  /** More fields than this of one event are left out: no log has them, but an attack may. */
  static final int MOST = 2000;

  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final Map<String, Integer> first = new HashMap<>();
  private double time = Double.NaN;
  private String raw = "";

  /** Forgets everything. */
  void clear() {
    names.clear();
    values.clear();
    first.clear();
    time = Double.NaN;
    raw = "";
  }

  /** Adds a value. */
  void add(String name, String value) {
    if (names.size() < MOST) {
      first.putIfAbsent(name, names.size());
      names.add(name);
      values.add(value);
    }
  }

  /** Adds a value unless there is one of the name. */
  void addIfAbsent(String name, @Nullable String value) {
    if (value != null && !first.containsKey(name)) {
      add(name, value);
    }
  }

  /** Replaces the first value of a name, or adds one. */
  void set(String name, String value) {
    Integer at = first.get(name);
    if (at == null) {
      add(name, value);
    } else {
      values.set(at, value);
    }
  }

  /** Gives a value another name. */
  void rename(int index, String name) {
    String old = names.get(index);
    names.set(index, name);
    first.putIfAbsent(name, index);
    if (Integer.valueOf(index).equals(first.get(old)) && !old.equals(name)) {
      first.remove(old);
      int next = names.indexOf(old);
      if (next >= 0) {
        first.put(old, next);
      }
    }
  }

  /** Returns the first value of a name, or null. */
  @Nullable String get(String name) {
    Integer at = first.get(name);
    return at == null ? null : values.get(at);
  }

  /** Returns the first value that one of some names has, or null. */
  @Nullable String first(List<String> candidates) {
    for (String name : candidates) {
      String value = get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  /** Returns the number of values. */
  int size() {
    return names.size();
  }

  String name(int index) {
    return names.get(index);
  }

  String value(int index) {
    return values.get(index);
  }

  /** Returns the time in seconds since the epoch; NaN when it is not known. */
  double time() {
    return time;
  }

  void time(double seconds) {
    time = seconds;
  }

  /** Returns the event as it was logged. */
  String raw() {
    return raw;
  }

  void raw(String text) {
    raw = text;
  }
}
