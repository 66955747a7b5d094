package karst;

import java.util.Iterator;
import java.util.List;
import karst.exec.RunContext;
import karst.exec.shared.SharedScans;
import karst.source.Diagnostic;

/**
 * The results of searches that run together, in the order of the searches. A search runs when its
 * result is read; one that fails, or was wrong from the start, throws then, and the others go on.
 *
 * <p>Results may be read in any order, and each by another thread. Closing one frees what it holds;
 * closing the whole frees all.
 */
public final class BatchResult implements Iterable<Result>, AutoCloseable {
  private final List<Result> results;
  private final RunContext context;
  private final SharedScans scans;

  BatchResult(List<Result> results, RunContext context, SharedScans scans) {
    this.results = List.copyOf(results);
    this.context = context;
    this.scans = scans;
  }

  /** Returns the number of results, one for each search. */
  public int size() {
    return results.size();
  }

  /** Returns the result of a search. */
  public Result get(int index) {
    return results.get(index);
  }

  @Override
  public Iterator<Result> iterator() {
    return results.iterator();
  }

  /** Returns, as notes, why searches so far have read a table by themselves. */
  public List<Diagnostic> notes() {
    return scans.notes();
  }

  /** Ends the run of all searches at their next checkpoints. */
  public void cancel() {
    context.cancel();
  }

  /** Ends the run and frees everything it holds. */
  @Override
  public void close() {
    results.forEach(Result::close);
  }
}
