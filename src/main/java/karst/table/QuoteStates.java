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

  private final byte[] counted;
  private int known;
  private boolean quoted;
  private final boolean[] entry;

  QuoteStates(int blocks) {
    counted = new byte[blocks];
    entry = new boolean[blocks + 1];
  }

  /** Takes whether a block has an odd number of quotes; returns whether it starts inside quotes. */
  synchronized boolean enter(int block, boolean odd) {
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
