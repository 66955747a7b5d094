package karst.exec;

import java.util.concurrent.atomic.AtomicLong;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;

/** Counts the memory that the operators of a run hold, and fails the run when it is too much. */
public final class MemoryBudget {
  private final long limit;
  private final AtomicLong used = new AtomicLong();

  /** Creates a budget of a number of bytes. */
  public MemoryBudget(long limit) {
    this.limit = limit;
  }

  /** Returns the bytes in use. */
  public long used() {
    return used.get();
  }

  /** Returns the account of one operator. */
  public Account open(String operator) {
    return new Account(operator);
  }

  /** The memory of one operator, whose threads may all change it. */
  public final class Account implements AutoCloseable {
    private final String operator;
    private long held;

    private Account(String operator) {
      this.operator = operator;
    }

    /**
     * Sets how much the operator holds now.
     *
     * @throws karst.source.SplException if the run holds more than its limit
     */
    public synchronized void set(long bytes) {
      add(bytes - held);
    }

    /**
     * Adds to what the operator holds.
     *
     * @throws karst.source.SplException if the run holds more than its limit
     */
    public synchronized void add(long bytes) {
      long total = used.addAndGet(bytes);
      held += bytes;
      if (total > limit) {
        throw Diagnostic.error(
                DiagnosticCode.MEMORY_LIMIT,
                "the search needs more than "
                    + megabytes(limit)
                    + " MB of memory: "
                    + operator
                    + " alone holds "
                    + megabytes(held)
                    + " MB")
            .hint("raise the limit (--max-memory), or make the search more selective")
            .toException();
      }
    }

    @Override
    public synchronized void close() {
      used.addAndGet(-held);
      held = 0;
    }
  }

  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >>> 20;
  }
}
