package karst.type;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the lines of a text in another: runs of lines that stay, go or come.
 *
 * <p>Lines that both texts begin and end with stay, and between them a longest common subsequence;
 * where a line may as well go first as come first, it goes.
 */
final class LineDiff {
  /** Texts of more pairs of lines are not compared line by line between their ends. */
  private static final long MAX_PAIRS = 4_000_000;

  /** What happens to lines. */
  enum Change {
    STAY,
    GO,
    COME
  }

  /**
   * A run of lines.
   *
   * @param from its first line in the old text, or where it would stand
   * @param into its first line in the new text, or where it would stand
   * @param length the number of lines, not 0
   */
  record Run(Change change, int from, int into, int length) {}

  private final List<String> before;
  private final List<String> after;
  private final List<Run> runs = new ArrayList<>();
  private int from;
  private int into;

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the runs in order. */
  static List<Run> of(List<String> before, List<String> after) {
    LineDiff diff = new LineDiff(before, after);
    diff.compare();
    return diff.runs;
  }

  private void compare() {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    run(Change.STAY, head);
    middle(before.size() - tail, after.size() - tail);
    run(Change.STAY, tail);
  }

  private void middle(int fromEnd, int intoEnd) {
    int rows = fromEnd - from;
    int columns = intoEnd - into;
    if ((long) rows * columns > MAX_PAIRS) {
      run(Change.GO, rows);
      run(Change.COME, columns);
      return;
    }
    int[][] common = common(rows, columns);
    int row = 0;
    int column = 0;
    while (row < rows || column < columns) {
      boolean both = row < rows && column < columns;
      if (both && before.get(from).equals(after.get(into))) {
        run(Change.STAY, 1);
        row++;
        column++;
      } else if (column == columns
          || (both && common[row + 1][column] >= common[row][column + 1])) {
        run(Change.GO, 1);
        row++;
      } else {
        run(Change.COME, 1);
        column++;
      }
    }
  }

  /** Returns the lengths of longest common subsequences from each pair of lines on. */
  private int[][] common(int rows, int columns) {
    int[][] common = new int[rows + 1][columns + 1];
    for (int row = rows - 1; row >= 0; row--) {
      for (int column = columns - 1; column >= 0; column--) {
        common[row][column] =
            before.get(from + row).equals(after.get(into + column))
                ? common[row + 1][column + 1] + 1
                : Math.max(common[row + 1][column], common[row][column + 1]);
      }
    }
    return common;
  }

  private void run(Change change, int length) {
    if (length == 0) {
      return;
    }
    Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (last != null && last.change() == change) {
      runs.set(runs.size() - 1, new Run(change, last.from(), last.into(), last.length() + length));
    } else {
      runs.add(new Run(change, from, into, length));
    }
    from += change == Change.COME ? 0 : length;
    into += change == Change.GO ? 0 : length;
  }
}
