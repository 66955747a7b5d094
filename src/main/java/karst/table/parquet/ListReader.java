package karst.table.parquet;

import java.util.Arrays;
import karst.table.parquet.PageValues.Codes;
import karst.table.parquet.PageValues.Numbers;
import karst.table.parquet.PageValues.Texts;
import karst.vector.ListVector;
import karst.vector.Selection;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column of lists. A row may go on in the next page, so all rows of the chunk are made when
 * the first one is asked for. Nulls within a list are left out.
 */
final class ListReader implements ColumnReader {
  private final ChunkPages pages;
  private final ParquetColumn column;
  private final ParquetInput input;
  private final long rows;
  private @Nullable Vector lists;

  ListReader(ChunkPages pages, ParquetColumn column, ParquetInput input, long rows) {
    this.pages = pages;
    this.column = column;
    this.input = input;
    this.rows = rows;
  }

  @Override
  public Vector read(Selection wanted) {
    Vector known = lists;
    if (known == null) {
      known = all();
      lists = known;
    }
    return known.gather(wanted);
  }

  private Vector all() {
    int[] offsets = new int[Math.toIntExact(rows) + 1];
    VectorBuilder elements = new VectorBuilder(Math.toIntExact(Math.min(rows, pages.values())));
    int row = -1;
    while (pages.next()) {
      LeveledValues page = pages.decode();
      int[] repetitions = page.repetitions();
      boolean[] present = page.present();
      int next = 0;
      for (int level = 0; level < pages.levels(); level++) {
        if (repetitions == null || repetitions[level] == 0) {
          row++;
        }
        if (row < 0 || row >= rows) {
          throw uneven();
        }
        if (present == null || present[level]) {
          append(page.values(), next++, elements);
        }
        offsets[row + 1] = elements.size();
      }
    }
    if (row + 1 != rows) {
      throw uneven();
    }
    Arrays.fill(offsets, row + 1, offsets.length, elements.size());
    return new ListVector(offsets, elements.build(), offsets.length - 1);
  }

  private RuntimeException uneven() {
    return input.damaged(
        input.size(), "column `" + column.name() + "` has not as many rows as its row group");
  }

  private void append(PageValues values, int at, VectorBuilder elements) {
    if (values instanceof Codes codes) {
      append(pages.dictionary(), codes.codes()[at], elements);
    } else if (values instanceof Numbers numbers) {
      elements.append(numbers.numbers()[at]);
    } else {
      Texts texts = (Texts) values;
      elements.append(texts.heap(), texts.starts()[at], texts.ends()[at] - texts.starts()[at]);
    }
  }
}
