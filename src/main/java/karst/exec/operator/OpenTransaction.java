package karst.exec.operator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of a transaction so far, the latest first. */
final class OpenTransaction {
  private final List<Integer> rows = new ArrayList<>();
  private final List<Set<String>> values = new ArrayList<>();
  private double latest = Double.NaN;
  private double earliest = Double.NaN;
  private boolean open = true;
  private boolean orphan;
  private boolean started;
  private boolean limited;

  /** Creates a transaction without rows, for a number of fields. */
  OpenTransaction(int fields) {
    for (int i = 0; i < fields; i++) {
      values.add(new HashSet<>());
    }
  }

  /** Returns what a row is that is in no transaction. */
  static OpenTransaction orphan(int row, double time) {
    OpenTransaction orphan = new OpenTransaction(0);
    orphan.add(row, time, List.of());
    orphan.orphan = true;
    orphan.close();
    return orphan;
  }

  /** Adds a row that is no later than those before. */
  void add(int row, double time, List<List<String>> texts) {
    rows.add(row);
    for (int i = 0; i < values.size(); i++) {
      values.get(i).addAll(texts.get(i));
    }
    if (!Double.isNaN(time)) {
      latest = Double.isNaN(latest) ? time : latest;
      earliest = time;
    }
  }

  /** Returns whether a row agrees in every field that both have, of which there is one. */
  boolean agrees(List<List<String>> texts) {
    boolean shared = false;
    for (int i = 0; i < values.size(); i++) {
      Set<String> own = values.get(i);
      if (!own.isEmpty() && !texts.get(i).isEmpty()) {
        if (texts.get(i).stream().noneMatch(own::contains)) {
          return false;
        }
        shared = true;
      }
    }
    return shared;
  }

  /** Returns whether it has no value for any field of a row. */
  boolean lacks(List<List<String>> texts) {
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isEmpty() && !texts.get(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a row at a time would make it too long or be too far away. */
  boolean isBeyond(double time, double span, double pause) {
    return latest - time >= span || earliest - time > pause;
  }

  /** Closes it. */
  void close() {
    open = false;
  }

  /** Closes it since a limit was reached. */
  void closeByLimit() {
    limited = true;
    open = false;
  }

  /** Closes it with its first row. */
  void start() {
    started = true;
    open = false;
  }

  /** Returns whether this is but a row that is in no transaction. */
  boolean isOrphan() {
    return orphan;
  }

  boolean isOpen() {
    return open;
  }

  boolean isStarted() {
    return started;
  }

  boolean isLimited() {
    return limited;
  }

  /** Returns the rows, the latest first. */
  List<Integer> rows() {
    return rows;
  }

  /** Returns the time of the first row; NaN without times. */
  double earliest() {
    return earliest;
  }

  /** Returns the seconds from the first row to the last; NaN without times. */
  double duration() {
    return latest - earliest;
  }
}
