package karst.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.ChunkSource.PendingChunk;
import org.jspecify.annotations.Nullable;

/**
 * Decodes on several threads and delivers in the order of the file.
 *
 * <p>A task takes the next chunk and the next place in the order under one lock, and reads and
 * decodes outside of it. The number of places is bounded, so a slow caller stops the reading.
 */
final class ParallelPipeline implements ChunkPipeline {
  private static final int CHUNKS_A_THREAD = 2;

  private final ChunkSource reader;
  private final CsvProjection projection;
  private final ExecutorService threads;
  private final List<Thread> started = new CopyOnWriteArrayList<>();
  private final int places;
  private final Deque<CompletableFuture<Optional<ChunkRows>>> delivery = new ArrayDeque<>();

  /** Guards {@link #reader}'s chunks, {@link #open} and {@link #idle}. */
  private final Object lock = new Object();

  private final Deque<CompletableFuture<Optional<ChunkRows>>> open = new ArrayDeque<>();
  private final Deque<ChunkWorker> idle = new ArrayDeque<>();

  ParallelPipeline(ChunkSource reader, CsvProjection projection, int threadCount) {
    this.reader = reader;
    this.projection = projection;
    this.places = CHUNKS_A_THREAD * threadCount;
    this.threads = Executors.newFixedThreadPool(threadCount, this::thread);
  }

  private Thread thread(Runnable tasks) {
    Thread thread = new Thread(tasks, "karst-scan");
    thread.setDaemon(true);
    started.add(thread);
    return thread;
  }

  @Override
  public @Nullable ChunkRows next() {
    while (delivery.size() < places) {
      CompletableFuture<Optional<ChunkRows>> place = new CompletableFuture<>();
      delivery.add(place);
      synchronized (lock) {
        open.add(place);
      }
      threads.execute(this::decodeNext);
    }
    return await(delivery.remove()).orElse(null);
  }

  private static Optional<ChunkRows> await(CompletableFuture<Optional<ChunkRows>> place) {
    try {
      return place.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Diagnostic.error(DiagnosticCode.CANCELLED, "the search was interrupted").toException();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failure.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }

  private void decodeNext() {
    CompletableFuture<Optional<ChunkRows>> place;
    ChunkWorker worker;
    PendingChunk pending;
    synchronized (lock) {
      place = open.remove();
      try {
        pending = reader.take();
      } catch (Throwable failure) {
        place.completeExceptionally(failure);
        return;
      }
      worker = idle.poll();
    }
    if (pending == null) {
      place.complete(Optional.empty());
      return;
    }
    try {
      ChunkWorker ready = worker == null ? new ChunkWorker(projection) : worker;
      Chunk chunk = pending.read(ready.search());
      ChunkRows rows = ready.process(chunk);
      reader.recycle(chunk);
      synchronized (lock) {
        idle.push(ready);
      }
      place.complete(Optional.of(rows));
    } catch (Throwable failure) {
      // Whoever waits for this place throws it.
      place.completeExceptionally(failure);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    // The file must not be closed under a thread that reads it.
    ThreadEnds.await(started, () -> {});
  }
}
