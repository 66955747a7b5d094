package karst.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.ThreadEnds;
import org.jspecify.annotations.Nullable;

/** Does pieces of work that don't depend on each other on several threads. */
public final class Workers {
  /** Work on fewer rows than these does not pay for a thread. */
  public static final int WORTH = 1 << 14;

  private final int pieces;
  private final IntConsumer work;
  private final AtomicInteger next = new AtomicInteger();
  private volatile @Nullable Throwable failure;

  private Workers(int pieces, IntConsumer work) {
    this.pieces = pieces;
    this.work = work;
  }

  /**
   * Does all pieces and returns when none is being done any more.
   *
   * @param threads how many threads at most, this one included
   * @param pieces how many pieces there are
   * @param work does the piece of a number
   * @throws RuntimeException what a piece threw; the pieces that had not begun are left out then
   */
  public static void run(int threads, int pieces, IntConsumer work) {
    Workers workers = new Workers(pieces, work);
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, pieces); i++) {
      Thread thread = new Thread(workers::work, "karst-worker");
      thread.setDaemon(true);
      thread.start();
      others.add(thread);
    }
    workers.work();
    ThreadEnds.await(others, () -> workers.fail(interrupted()));
    rethrow(workers.failure);
  }

  /** Throws a failure, if there is one. */
  public static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  /** Returns what ends a search whose thread was interrupted. */
  public static RuntimeException interrupted() {
    return Diagnostic.error(DiagnosticCode.CANCELLED, "the search was interrupted").toException();
  }

  private void work() {
    try {
      for (int piece = next.getAndIncrement();
          piece < pieces && failure == null;
          piece = next.getAndIncrement()) {
        work.accept(piece);
      }
    } catch (Throwable thrown) {
      // Whoever waits for the pieces throws it.
      fail(thrown);
    }
  }

  private synchronized void fail(Throwable thrown) {
    failure = failure == null ? thrown : failure;
  }
}
