package karst.table;

import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.Selection;
import karst.vector.StringVector;
import org.jspecify.annotations.Nullable;

/** Decodes text into a dictionary of its own, and as it is once that has grown too large. */
final class TextDecoder implements CellDecoder {
  private final int cell;
  private final boolean blanks;
  private @Nullable Dictionary dictionary = new Dictionary();
  private long values;

  TextDecoder(int cell, boolean blanks) {
    this.cell = cell;
    this.blanks = blanks;
  }

  @Override
  public DecodedColumn decode(CsvRecords records, Selection rows, FaultLines faults) {
    CsvCell text = new CsvCell(faults, blanks);
    Dictionary coded = dictionary;
    return coded == null ? plain(records, rows, text) : coded(records, rows, text, coded);
  }

  private DecodedColumn coded(CsvRecords records, Selection rows, CsvCell text, Dictionary into) {
    int[] codes = new int[rows.size()];
    for (int i = 0; i < codes.length; i++) {
      if (text.read(records, rows.row(i), cell)) {
        codes[i] = into.intern(text.bytes(), text.start(), text.length());
        values++;
      } else {
        codes[i] = DictionaryVector.NULL;
      }
    }
    if (DictionaryLimits.exceeded(into, values)) {
      dictionary = null;
    }
    return new DecodedColumn(new DictionaryVector(codes, into, codes.length), into.values());
  }

  private DecodedColumn plain(CsvRecords records, Selection rows, CsvCell text) {
    StringVector.Builder builder = new StringVector.Builder(rows.size(), bytes(records, rows));
    for (int i = 0; i < rows.size(); i++) {
      if (text.read(records, rows.row(i), cell)) {
        builder.append(text.bytes(), text.start(), text.length());
      } else {
        builder.appendNull();
      }
    }
    return new DecodedColumn(builder.build(), null);
  }

  /** Returns about how many bytes the cells hold. */
  private int bytes(CsvRecords records, Selection rows) {
    int bytes = 0;
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.row(i);
      bytes += cell < records.cells(row) ? records.end(row, cell) - records.start(row, cell) : 0;
    }
    return bytes;
  }
}
