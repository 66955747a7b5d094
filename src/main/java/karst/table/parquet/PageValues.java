package karst.table.parquet;

import java.util.Arrays;

/** Some values of a column, nulls left out. */
sealed interface PageValues {
  /** Returns the number of values. */
  int size();

  /** Returns values for rows of which some are null: those get -1, or 0 for a number. */
  PageValues spread(boolean[] present);

  /** Codes of the chunk's dictionary; -1 is null. */
  record Codes(int[] codes) implements PageValues {
    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public Codes spread(boolean[] present) {
      return new Codes(PageValues.spread(codes, present));
    }
  }

  /** Numbers. */
  record Numbers(double[] numbers) implements PageValues {
    @Override
    public int size() {
      return numbers.length;
    }

    @Override
    public Numbers spread(boolean[] present) {
      double[] rows = new double[present.length];
      int next = 0;
      for (int row = 0; row < rows.length; row++) {
        if (present[row]) {
          rows[row] = numbers[next++];
        }
      }
      return new Numbers(rows);
    }
  }

  /** Texts: ranges of bytes; a start of -1 is null. */
  record Texts(byte[] heap, int[] starts, int[] ends) implements PageValues {
    @Override
    public int size() {
      return starts.length;
    }

    @Override
    public Texts spread(boolean[] present) {
      return new Texts(heap, PageValues.spread(starts, present), PageValues.spread(ends, present));
    }
  }

  private static int[] spread(int[] values, boolean[] present) {
    int[] rows = new int[present.length];
    Arrays.fill(rows, -1);
    int next = 0;
    for (int row = 0; row < rows.length; row++) {
      if (present[row]) {
        rows[row] = values[next++];
      }
    }
    return rows;
  }
}
