package karst.spark;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.table.ScanContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One run of a statement. Karst's limits hold for it: it is looked after while Spark works, and its
 * jobs end with it.
 */
record SparkRun(SparkSession session, String sql) {
  private static final long CHECKPOINT_MILLIS = 50;

  /**
   * Returns the rows, all of them.
   *
   * @throws SplException if Spark cannot give them, or the search is ended
   */
  List<Row> rows(ScanContext context) {
    String group = "karst " + UUID.randomUUID();
    FutureTask<List<Row>> task =
        new FutureTask<>(
            () -> {
              session.sparkContext().setJobGroup(group, "karst", true);
              return session.sql(sql).collectAsList();
            });
    Thread thread = new Thread(task, group);
    thread.setDaemon(true);
    thread.start();
    try {
      return await(task, context);
    } catch (ExecutionException fault) {
      throw fault(fault.getCause() == null ? fault : fault.getCause());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw Diagnostic.error(DiagnosticCode.CANCELLED, "the search was cancelled").toException();
    } finally {
      if (!task.isDone()) {
        session.sparkContext().cancelJobGroup(group);
      }
    }
  }

  private static List<Row> await(FutureTask<List<Row>> task, ScanContext context)
      throws ExecutionException, InterruptedException {
    while (true) {
      context.checkpoint();
      try {
        return task.get(CHECKPOINT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException running) {
        continue;
      }
    }
  }

  private SplException fault(Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof SplException known) {
      return known;
    }
    String message = String.valueOf(cause.getMessage()).strip();
    Diagnostic error =
        message.contains("spark.driver.maxResultSize")
            ? Diagnostic.error(DiagnosticCode.MEMORY_LIMIT, "spark gives too many rows: " + message)
                .hint("make the search more selective, or set spark.driver.maxResultSize")
            : Diagnostic.error(DiagnosticCode.INTERNAL, "spark cannot run the search: " + message);
    return new SplException(error, fault);
  }
}
