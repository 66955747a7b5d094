package karst.table.parquet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.ScanContext;
import karst.table.SelfClosingScan;
import karst.table.ThreadEnds;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads row groups on several threads and delivers them in order. Each row group has a queue of few
 * batches, so a slow caller stops the reading.
 */
final class OrderedScan extends SelfClosingScan {
  private static final int BATCHES_A_GROUP = 8;

  private final List<FileGroup> groups;
  private final Projection projection;
  private final ScanContext context;
  private final long total;
  private final ExecutorService threads;
  private final List<Thread> started = new CopyOnWriteArrayList<>();
  private final Deque<BlockingQueue<Delivery>> open = new ArrayDeque<>();
  private int next;
  private int delivered;
  private long done;
  private boolean closed;

  /** What a thread hands over. */
  private sealed interface Delivery {}

  /** Some rows. */
  private record Rows(Batch batch) implements Delivery {}

  /** The end of a row group: whole, or what went wrong. */
  private record End(@Nullable Throwable failure) implements Delivery {}

  OrderedScan(List<FileGroup> groups, Projection projection, ScanContext context) {
    this.groups = groups;
    this.projection = projection;
    this.context = context;
    this.total = groups.stream().mapToLong(FileGroup::bytes).sum();
    this.threads = Executors.newFixedThreadPool(context.threads(), this::thread);
  }

  private Thread thread(Runnable tasks) {
    Thread thread = new Thread(tasks, "karst-parquet");
    thread.setDaemon(true);
    started.add(thread);
    return thread;
  }

  @Override
  public Schema schema() {
    return projection.schema();
  }

  @Override
  protected @Nullable Batch advance() {
    while (!closed) {
      context.checkpoint();
      while (next < groups.size() && open.size() <= context.threads()) {
        start(groups.get(next++));
      }
      BlockingQueue<Delivery> first = open.peek();
      if (first == null) {
        return null;
      }
      Delivery delivery = take(first);
      if (delivery instanceof Rows rows) {
        return rows.batch();
      }
      finish((End) delivery);
    }
    return null;
  }

  private void start(FileGroup group) {
    BlockingQueue<Delivery> queue = new ArrayBlockingQueue<>(BATCHES_A_GROUP);
    open.add(queue);
    threads.execute(() -> read(group, queue));
  }

  private void read(FileGroup group, BlockingQueue<Delivery> queue) {
    try {
      try (GroupWorker worker = new GroupWorker(projection)) {
        RowGroupReader reader = worker.open(group);
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
          queue.put(new Rows(batch));
        }
        queue.put(new End(null));
      } catch (RuntimeException | Error failure) {
        queue.put(new End(failure));
      }
    } catch (InterruptedException closing) {
      // Nobody waits for the rest.
      Thread.currentThread().interrupt();
    }
  }

  private static Delivery take(BlockingQueue<Delivery> queue) {
    try {
      return queue.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Diagnostic.error(DiagnosticCode.CANCELLED, "the search was interrupted").toException();
    }
  }

  private void finish(End end) {
    open.remove();
    if (end.failure() instanceof RuntimeException failure) {
      throw failure;
    }
    if (end.failure() instanceof Error failure) {
      throw failure;
    }
    done += groups.get(delivered++).bytes();
    context.progress(done, total);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    open.clear();
    threads.shutdownNow();
    // Whoever closes a scan may delete its files.
    ThreadEnds.await(started, () -> {});
  }
}
