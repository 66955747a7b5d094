package karst.table;

import karst.vector.DoubleVector;
import karst.vector.Selection;
import karst.vector.Validity;

/** Decodes times into epoch seconds. */
final class TimeDecoder implements CellDecoder {
  private final int cell;

  TimeDecoder(int cell) {
    this.cell = cell;
  }

  @Override
  public DecodedColumn decode(CsvRecords records, Selection rows, FaultLines faults) {
    CsvCell text = new CsvCell(faults, true);
    double[] seconds = new double[rows.size()];
    long[] validity = Validity.none(seconds.length);
    int valid = 0;
    for (int i = 0; i < seconds.length; i++) {
      int row = rows.row(i);
      if (!text.read(records, row, cell)) {
        continue;
      }
      seconds[i] = TimeText.parse(text.bytes(), text.start(), text.start() + text.length());
      if (Double.isNaN(seconds[i])) {
        faults.add(DataFault.BAD_TIME, records.line(row));
      } else {
        Validity.set(validity, i);
        valid++;
      }
    }
    boolean all = valid == seconds.length;
    return new DecodedColumn(
        new DoubleVector(seconds, all ? null : validity, seconds.length), null);
  }
}
