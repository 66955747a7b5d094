package karst.table;

import karst.source.Diagnostic;
import karst.source.DiagnosticCode;

/**
 * Knows which blocks of a file start inside quotes.
 *
 * <p>A block starts inside quotes when an odd number of quotes stands before it. Blocks are counted
 * in any order by several threads, and each thread is told the state of its block as soon as those
 * before have been counted; blocks are given out in order, so somebody is always at work on these.
 */
final class QuoteStates {
  private static final byte UNKNOWN = 0;
  private static final byte EVEN = 1;
  private static final byte ODD = 2;

  private final int first;
  private final byte[] counted;
  private int known;
  private boolean quoted;
  private final boolean[] entry;

  /**
   * Creates the states of some blocks.
   *
   * @param startsQuoted whether the first one starts inside quotes
   */
  QuoteStates(int first, int end, boolean startsQuoted) {
    this.first = first;
    counted = new byte[end - first];
    entry = new boolean[counted.length + 1];
    quoted = startsQuoted;
    entry[0] = startsQuoted;
  }

  /** Returns the first block. */
  int first() {
    return first;
  }

  /** Returns the block behind the last one. */
  int end() {
    return first + counted.length;
  }

  /** Takes whether a block has an odd number of quotes; returns whether it starts inside quotes. */
  synchronized boolean enter(int number, boolean odd) {
    int block = number - first;
    counted[block] = odd ? ODD : EVEN;
    while (known < counted.length && counted[known] != UNKNOWN) {
      quoted ^= counted[known++] == ODD;
      entry[known] = quoted;
    }
    notifyAll();
    try {
      while (known < block) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Diagnostic.error(DiagnosticCode.CANCELLED, "the search was interrupted").toException();
    }
    return entry[block];
  }
}
