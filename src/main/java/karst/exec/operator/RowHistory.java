package karst.exec.operator;

import java.util.Arrays;
import karst.vector.Batch;
import karst.vector.Selection;

/** The rows of a sliding window, oldest first: where they are, their groups and times. */
final class RowHistory {
  private Batch[] batches = new Batch[16];
  private int[] rows = new int[16];
  private int[] groups = new int[16];
  private double[] times = new double[16];
  private int start;
  private int end;

  /** Adds a row. */
  void add(Batch batch, int row, int group, double time) {
    if (end == rows.length) {
      makeRoom();
    }
    batches[end] = batch;
    rows[end] = row;
    groups[end] = group;
    times[end] = time;
    end++;
  }

  /** Rows that left the window make room, or else the arrays grow. */
  private void makeRoom() {
    int size = end - start;
    int room = size * 2 > rows.length ? rows.length * 2 : rows.length;
    batches = Arrays.copyOf(Arrays.copyOfRange(batches, start, end), room);
    rows = Arrays.copyOf(Arrays.copyOfRange(rows, start, end), room);
    groups = Arrays.copyOf(Arrays.copyOfRange(groups, start, end), room);
    times = Arrays.copyOf(Arrays.copyOfRange(times, start, end), room);
    start = 0;
    end = size;
  }

  /** Forgets the oldest rows but for a number of rows. */
  void keepLast(int count) {
    start = Math.max(start, end - count);
  }

  /** Adds the rows of a group that are less than some seconds from a time, in order. */
  @SuppressWarnings("ReferenceEquality")
  void addTo(RunningAggregates aggregates, int group, double time, double seconds) {
    int[] chosen = new int[end - start];
    int size = 0;
    for (int i = start; i < end; i++) {
      if (size > 0 && batches[i] != batches[i - 1]) {
        aggregates.add(batches[i - 1], Selection.of(chosen, size));
        chosen = new int[end - i];
        size = 0;
      }
      if (groups[i] == group && Math.abs(times[i] - time) < seconds) {
        chosen[size++] = rows[i];
      }
    }
    if (size > 0) {
      aggregates.add(batches[end - 1], Selection.of(chosen, size));
    }
  }

  /** Returns about how many bytes of memory the rows take, with the batches that they are in. */
  long bytes() {
    long bytes = 24L * rows.length;
    Batch previous = null;
    for (int i = start; i < end; i++) {
      if (!batches[i].equals(previous)) {
        bytes += batches[i].bytes();
        previous = batches[i];
      }
    }
    return bytes;
  }
}
