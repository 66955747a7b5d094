package karst.table;

import java.util.concurrent.CancellationException;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;

/**
 * Finds out which parts of a file start inside quotes: those before which an odd number of quotes
 * stands. All who ask for it count together, each some pieces of the file.
 */
final class QuoteCount {
  /** Bytes that are counted at a time. */
  private static final int PIECE = 1 << 20;

  /** Bytes that are read at a time, few enough to be still near when they are looked at. */
  private static final int SLICE = 1 << 17;

  private final PlainFile file;
  private final long[] starts;
  private final boolean[] odd;
  private long next;
  private int counting;
  private boolean failed;

  /**
   * Creates a count.
   *
   * @param starts where the parts start, in ascending order
   */
  QuoteCount(PlainFile file, long[] starts) {
    this.file = file;
    this.starts = starts;
    this.odd = new boolean[starts.length];
    this.next = starts[0];
  }

  /**
   * Returns whether a part starts inside quotes.
   *
   * @throws karst.source.SplException if the file cannot be read, by this thread or another
   */
  boolean isQuotedAt(int part) {
    byte[] buffer = new byte[SLICE];
    QuoteParity parity = new QuoteParity();
    for (long at = take(); at >= 0; at = take()) {
      boolean done = false;
      try {
        count(at, buffer, parity);
        done = true;
      } finally {
        end(done);
      }
    }
    return await(part);
  }

  /** Takes the next piece, negative for none. */
  private synchronized long take() {
    if (failed || next >= starts[starts.length - 1]) {
      return -1;
    }
    long at = next;
    next = end(at);
    counting++;
    return at;
  }

  /** A piece does not reach beyond its part. */
  private long end(long from) {
    return Math.min(from + PIECE, starts[part(from) + 1]);
  }

  private int part(long position) {
    int part = 0;
    while (starts[part + 1] <= position) {
      part++;
    }
    return part;
  }

  private void count(long from, byte[] buffer, QuoteParity parity) {
    boolean isOdd = false;
    long end = end(from);
    for (long at = from; at < end; at += SLICE) {
      int length = (int) Math.min(SLICE, end - at);
      file.read(at, buffer, 0, length);
      isOdd ^= parity.isOdd(buffer, 0, length);
    }
    synchronized (this) {
      odd[part(from)] ^= isOdd;
    }
  }

  private synchronized void end(boolean done) {
    counting--;
    failed |= !done;
    notifyAll();
  }

  private synchronized boolean await(int part) {
    try {
      while (counting > 0) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Diagnostic.error(DiagnosticCode.CANCELLED, "the search was interrupted").toException();
    }
    if (failed) {
      // The thread on which it failed says why.
      throw new CancellationException("the file could not be read");
    }
    boolean quoted = false;
    for (int i = 0; i < part; i++) {
      quoted ^= odd[i];
    }
    return quoted;
  }
}
