package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import karst.exec.Operator;
import karst.exec.Workers;
import karst.table.ThreadEnds;
import karst.vector.Batch;
import org.jspecify.annotations.Nullable;

/** The rows of a node as several operators, one behind the other, each for a thread of its own. */
final class Parts {
  private Parts() {}

  /** Puts an operator on each part; if that fails, all parts are closed. */
  static List<Operator> wrap(List<Operator> parts, UnaryOperator<Operator> operator) {
    List<Operator> wrapped = new ArrayList<>(parts.size());
    try {
      for (Operator part : parts) {
        wrapped.add(operator.apply(part));
      }
      return wrapped;
    } catch (RuntimeException failure) {
      close(parts);
      throw failure;
    }
  }

  /** Closes all parts. */
  static void close(List<Operator> parts) {
    parts.forEach(Operator::close);
  }

  /** Takes the batches of one part. */
  @FunctionalInterface
  interface Reader {
    /** Takes a batch. */
    void read(Batch batch);
  }

  /**
   * Reads all parts at once to their ends, the first one on this thread.
   *
   * @param readers one a part, each called by one thread
   * @throws RuntimeException what the first part threw that failed by itself
   */
  static void read(List<Operator> parts, List<? extends Reader> readers) {
    AtomicBoolean stopped = new AtomicBoolean();
    List<Work> others = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      others.add(Work.start(parts.get(i), readers.get(i), stopped));
    }
    Throwable failure = null;
    try {
      read(parts.get(0), readers.get(0), stopped);
    } catch (Throwable thrown) {
      // The other parts' threads have to end before it goes on.
      failure = thrown;
      stopped.set(true);
    }
    for (Work other : others) {
      Throwable thrown = other.await(stopped);
      failure = failure == null || failure instanceof CancellationException ? thrown : failure;
    }
    Workers.rethrow(failure);
  }

  private static void read(Operator part, Reader reader, AtomicBoolean stopped) {
    for (Batch batch = part.next(); batch != null; batch = part.next()) {
      if (stopped.get()) {
        throw new CancellationException();
      }
      reader.read(batch);
    }
    part.close();
  }

  /** A thread that reads a part. */
  private static final class Work {
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    private Work(Operator part, Reader reader, AtomicBoolean stopped) {
      thread = new Thread(() -> run(part, reader, stopped), "karst-part");
      thread.setDaemon(true);
    }

    static Work start(Operator part, Reader reader, AtomicBoolean stopped) {
      Work work = new Work(part, reader, stopped);
      work.thread.start();
      return work;
    }

    private void run(Operator part, Reader reader, AtomicBoolean stopped) {
      try {
        read(part, reader, stopped);
      } catch (Throwable thrown) {
        // Whoever waits for this part throws it.
        failure = thrown;
        stopped.set(true);
      }
    }

    /** Waits for the end, whatever happens; returns what went wrong. */
    @Nullable Throwable await(AtomicBoolean stopped) {
      return ThreadEnds.await(List.of(thread), () -> stopped.set(true))
          ? Workers.interrupted()
          : failure;
    }
  }
}
