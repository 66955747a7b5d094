package karst;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.type.RegexLimitException;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a run, to be read once, row by row or batch by batch, and closed.
 *
 * <p>Reading throws {@link SplException} when data are at fault or a limit is reached. One thread
 * reads; any thread may cancel.
 */
public final class Result implements Iterable<Row>, AutoCloseable {
  private final Function<RunContext, PhysicalNode> planner;
  private final Supplier<RunContext> contexts;
  private @Nullable RunContext context;
  private boolean cancelled;
  private @Nullable PhysicalNode plan;
  private @Nullable Operator operator;
  private boolean closed;

  /**
   * Creates a result.
   *
   * @param planner makes the operators
   * @param contexts makes what they run in, when the first row is asked for
   */
  Result(Function<RunContext, PhysicalNode> planner, Supplier<RunContext> contexts) {
    this.planner = planner;
    this.contexts = contexts;
  }

  /** Returns the run, which starts now if it has not started. */
  private synchronized RunContext context() {
    RunContext known = context;
    if (known == null) {
      known = contexts.get();
      context = known;
      if (cancelled) {
        known.cancel();
      }
    }
    return known;
  }

  /**
   * Returns the columns; where data decide which there are, everything that they depend on is run.
   *
   * @throws SplException if data are at fault or a limit is reached
   */
  public Schema columns() {
    return guarded(() -> plan().schema());
  }

  private PhysicalNode plan() {
    PhysicalNode known = plan;
    if (known == null) {
      known = planner.apply(context());
      plan = known;
    }
    return known;
  }

  /**
   * Returns the next rows, or null at the end.
   *
   * @throws SplException if data are at fault or a limit is reached
   */
  public @Nullable Batch nextBatch() {
    return closed ? null : guarded(this::pull);
  }

  private @Nullable Batch pull() {
    if (operator == null) {
      operator = plan().open(context());
    }
    context().checkpoint();
    return operator.next();
  }

  private static <T extends @Nullable Object> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (RegexLimitException e) {
      throw new SplException(
          Diagnostic.error(DiagnosticCode.REGEX_LIMIT, String.valueOf(e.getMessage())), e);
    } catch (StackOverflowError e) {
      throw new SplException(
          Diagnostic.error(DiagnosticCode.TOO_DEEP, "the search is nested too deeply"), e);
    }
  }

  /** Returns the rows; an iterator moves the result forward, so there is one reading only. */
  @Override
  public Iterator<Row> iterator() {
    return new RowIterator();
  }

  /** Ends the run at its next checkpoint; the reading thread then gets an exception. */
  public synchronized void cancel() {
    cancelled = true;
    if (context != null) {
      context.cancel();
    }
  }

  /** Returns the warnings about data so far, such as ragged rows of a CSV file. */
  public synchronized List<Diagnostic> warnings() {
    return context == null ? List.of() : context.warnings();
  }

  /** Ends the run and frees everything it holds. */
  @Override
  public void close() {
    closed = true;
    if (operator != null) {
      operator.close();
    }
  }

  /** Walks through the batches. */
  private final class RowIterator implements Iterator<Row> {
    private @Nullable Batch batch;
    private int next;
    private boolean ended;

    @Override
    public boolean hasNext() {
      while (!ended && (batch == null || next == batch.rowCount())) {
        batch = nextBatch();
        next = 0;
        ended = batch == null;
      }
      return !ended;
    }

    @Override
    public Row next() {
      if (!hasNext() || batch == null) {
        throw new NoSuchElementException();
      }
      return new Row(batch, batch.selection().row(next++));
    }
  }
}
