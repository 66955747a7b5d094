package karst.table.parquet;

import karst.table.parquet.PageValues.Codes;
import karst.table.parquet.PageValues.Numbers;
import karst.vector.DoubleVector;
import karst.vector.Selection;
import karst.vector.Validity;
import karst.vector.Vector;

/** Reads a column of numbers. */
final class NumberReader implements ColumnReader {
  private final PageWalk walk;
  private double[] dictionary = new double[0];

  NumberReader(PageWalk walk) {
    this.walk = walk;
  }

  @Override
  public Vector read(Selection rows) {
    double[] numbers = new double[rows.size()];
    long[] validity = Validity.all(rows.size());
    boolean nulls = false;
    int next = 0;
    while (next < numbers.length) {
      int offset = walk.seek(rows.row(next)) - rows.row(next);
      PageValues page = walk.values();
      boolean[] present = walk.present();
      for (; next < numbers.length && rows.row(next) < walk.end(); next++) {
        int at = rows.row(next) + offset;
        if (present == null || present[at]) {
          numbers[next] = number(page, at);
        } else {
          Validity.clear(validity, next);
          nulls = true;
        }
      }
    }
    return new DoubleVector(numbers, nulls ? validity : null, numbers.length);
  }

  private double number(PageValues page, int at) {
    if (page instanceof Numbers plain) {
      return plain.numbers()[at];
    }
    if (dictionary.length == 0) {
      dictionary = ((Numbers) walk.pages().dictionary()).numbers();
    }
    return dictionary[((Codes) page).codes()[at]];
  }
}
