package karst.exec.expression;

import karst.vector.BooleanVector;
import karst.vector.ConstantVector;
import karst.vector.Kind;
import karst.vector.Selection;
import karst.vector.Vector;

/** Truth values of rows. */
final class Truth {
  private Truth() {}

  /** Returns whether a row is true, neither false nor null. */
  static boolean isTrue(Vector vector, int row) {
    return vector.kindAt(row) == Kind.BOOLEAN && vector.booleanAt(row);
  }

  /** Returns whether a row is false, neither true nor null. */
  static boolean isFalse(Vector vector, int row) {
    return vector.kindAt(row) == Kind.BOOLEAN && !vector.booleanAt(row);
  }

  /** Returns the rows whose value is true; {@code values} is packed like {@code rows}. */
  static Selection select(Vector values, Selection rows) {
    if (values instanceof ConstantVector) {
      return rows.size() > 0 && isTrue(values, 0) ? rows : Selection.all(0);
    }
    int[] kept = new int[rows.size()];
    int count = 0;
    if (values instanceof BooleanVector bits && bits.validity() == null) {
      long[] words = bits.bits();
      for (int i = 0; i < kept.length; i++) {
        kept[count] = rows.row(i);
        count += (int) (words[i >>> 6] >>> (i & 63)) & 1;
      }
    } else {
      for (int i = 0; i < kept.length; i++) {
        if (isTrue(values, i)) {
          kept[count++] = rows.row(i);
        }
      }
    }
    return count == kept.length ? rows : Selection.of(kept, count);
  }

  /** Returns the rows of an ascending selection that are not in another, a part of it. */
  static Selection minus(Selection rows, Selection part) {
    if (part.size() == 0) {
      return rows;
    }
    int[] left = new int[rows.size() - part.size()];
    int count = 0;
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.row(i);
      if (next < part.size() && part.row(next) == row) {
        next++;
      } else {
        left[count++] = row;
      }
    }
    return Selection.of(left, count);
  }

  /** Returns the rows that two ascending selections have in common. */
  static Selection intersection(Selection a, Selection b) {
    int[] rows = new int[Math.min(a.size(), b.size())];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      int left = a.row(i);
      int right = b.row(j);
      if (left == right) {
        rows[count++] = left;
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return count == a.size() ? a : Selection.of(rows, count);
  }

  /** Returns the rows of two ascending selections without a row in common, in order. */
  static Selection union(Selection a, Selection b) {
    if (a.size() == 0) {
      return b;
    }
    if (b.size() == 0) {
      return a;
    }
    int[] rows = new int[a.size() + b.size()];
    int i = 0;
    int j = 0;
    for (int k = 0; k < rows.length; k++) {
      boolean left = j == b.size() || (i < a.size() && a.row(i) < b.row(j));
      rows[k] = left ? a.row(i++) : b.row(j++);
    }
    return Selection.of(rows, rows.length);
  }
}
