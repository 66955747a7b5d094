package karst.function;

import java.util.Arrays;
import karst.vector.ListVector;
import karst.vector.Vector;

/** Adds the values of lists one after the other: values, then the end of their row. */
public final class ListBuilder {
  private final ValueBuilder elements;
  private int[] offsets;
  private int rows;

  /** Creates a builder with room for a number of rows; more may come. */
  public ListBuilder(int rows) {
    elements = new ValueBuilder(rows);
    offsets = new int[Math.max(rows, 8) + 1];
  }

  /** Adds a number to the row. */
  public void add(double number) {
    elements.append(number);
  }

  /** Adds a text to the row. */
  public void add(String text) {
    elements.append(text);
  }

  /** Adds the value of a vector's row, which is neither null nor a list. */
  public void add(Vector from, int row) {
    elements.append(from, row);
  }

  /** Adds the values of a vector's row: none for null, all of a list. */
  public void addAll(Vector from, int row) {
    switch (from.kindAt(row)) {
      case NULL -> {}
      case LIST -> {
        Vector list = from.listAt(row);
        for (int i = 0; i < list.size(); i++) {
          add(list, i);
        }
      }
      case NUMBER, TEXT, BOOLEAN -> add(from, row);
    }
  }

  /** Ends a row; a row without values is null. */
  public void endRow() {
    rows++;
    if (rows == offsets.length) {
      offsets = Arrays.copyOf(offsets, rows * 2);
    }
    offsets[rows] = elements.size();
  }

  /** Returns the rows so far; the builder must not be used afterwards. */
  public ListVector build() {
    return new ListVector(offsets, elements.build(), rows);
  }
}
