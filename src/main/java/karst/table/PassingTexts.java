package karst.table;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.ScanFilter.RowPredicate;
import karst.vector.Batch;
import karst.vector.DictionaryVector;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.Validity;

/**
 * Which of a column's many distinct texts pass a filter of that column. All threads that ask for it
 * find it out together, each for some pieces of the texts, with a predicate of its own.
 */
final class PassingTexts {
  /** Texts that are tried at a time; whole words of bits. */
  private static final int PIECE = 1 << 13;

  private final CodedColumn column;
  private final ScanFilter filter;
  private final Schema schema;
  private final StringVector texts;
  private final long[] passing;
  private boolean nullPasses;
  private int next;
  private int trying;
  private boolean failed;

  /**
   * Creates what is still to be found out.
   *
   * @param filter of that column alone
   * @param schema that column alone
   */
  PassingTexts(CodedColumn column, ScanFilter filter, Schema schema) {
    this.column = column;
    this.filter = filter;
    this.schema = schema;
    this.texts = column.texts();
    this.passing = Validity.none(texts.size());
  }

  /** Returns the rows of a selection whose text passes. */
  Selection rows(Selection rows, ScanContext context) {
    RowPredicate predicate = filter.open();
    for (int from = take(); from >= 0; from = take()) {
      boolean done = false;
      try {
        context.checkpoint();
        test(from, predicate);
        done = true;
      } finally {
        end(done);
      }
    }
    await();
    return chosen(rows);
  }

  /** Takes the next piece, negative for none; the first one comes with null. */
  private synchronized int take() {
    if (failed || next >= texts.size()) {
      return -1;
    }
    int from = next;
    next += PIECE;
    trying++;
    return from;
  }

  private void test(int from, RowPredicate predicate) {
    int size = Math.min(PIECE, texts.size() - from);
    int[] offsets = Arrays.copyOfRange(texts.offsets(), from, from + size + 1);
    StringVector piece = new StringVector(texts.heap(), offsets, null, size);
    Selection found = predicate.select(Batch.of(schema, List.of(piece), size));
    for (int i = 0; i < found.size(); i++) {
      Validity.set(passing, from + found.row(i));
    }
    if (from == 0) {
      Batch missing = Batch.of(schema, List.of(new NullVector(1)), 1);
      nullPasses = predicate.select(missing).size() > 0;
    }
  }

  private synchronized void end(boolean done) {
    trying--;
    failed |= !done;
    notifyAll();
  }

  private synchronized void await() {
    try {
      while (trying > 0) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Diagnostic.error(DiagnosticCode.CANCELLED, "the search was interrupted").toException();
    }
    if (failed) {
      // The thread on which it failed says why.
      throw new CancellationException("the filter failed");
    }
  }

  private Selection chosen(Selection rows) {
    int[] chosen = new int[rows.size()];
    int count = 0;
    for (int from = 0; from < rows.size(); from += PIECE) {
      Selection piece = rows.slice(from, Math.min(PIECE, rows.size() - from));
      int[] codes = column.codes(piece);
      for (int i = 0; i < codes.length; i++) {
        int code = codes[i];
        boolean passes = code == DictionaryVector.NULL ? nullPasses : Validity.isSet(passing, code);
        chosen[count] = piece.row(i);
        count += passes ? 1 : 0;
      }
    }
    return Selection.of(Arrays.copyOf(chosen, count), count);
  }
}
