package karst.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import karst.BatchResult;
import karst.Engine;
import karst.Query;
import karst.QueryBatch;
import karst.Result;
import karst.Row;
import karst.exec.Workers;
import karst.vector.Batch;
import org.jspecify.annotations.Nullable;

/** The rows of an answer as a bag: in no order, each as one text. */
final class Answer {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Map<String, Integer> counts = new HashMap<>();
  private int size;

  /** Adds a row of numbers, texts and nulls. */
  void add(@Nullable Object[] row) {
    List<String> cells = new ArrayList<>(row.length);
    for (Object cell : row) {
      cells.add(cell instanceof Number number ? "#" + number.doubleValue() : String.valueOf(cell));
    }
    counts.merge(String.join("\u0001", cells), 1, Integer::sum);
    size++;
  }

  /** Runs a search. */
  static Answer of(Query query) {
    return of(query.run());
  }

  /** Reads a result. */
  static Answer of(Result rows) {
    Answer answer = new Answer();
    try (Result result = rows) {
      for (Row row : result) {
        @Nullable Object[] cells = new Object[result.columns().size()];
        for (int i = 0; i < cells.length; i++) {
          Object value = row.value(i);
          cells[i] = value instanceof List<?> ? row.text(i) : value;
        }
        answer.add(cells);
      }
    }
    return answer;
  }

  /** Runs a batch, reads its results on some threads, and returns how many rows there are. */
  static long count(QueryBatch batch, int threads) {
    AtomicLong rows = new AtomicLong();
    try (BatchResult results = batch.run()) {
      Workers.run(threads, results.size(), number -> rows.addAndGet(count(results.get(number))));
    }
    return rows.get();
  }

  private static long count(Result rows) {
    long count = 0;
    try (Result result = rows) {
      for (Batch part = result.nextBatch(); part != null; part = result.nextBatch()) {
        count += part.rowCount();
      }
    }
    return count;
  }

  /** Returns the milliseconds from a search's text to the last of its rows. */
  static double time(Engine engine, String spl) {
    long start = System.nanoTime();
    try (Result result = engine.prepare(spl).run()) {
      Batch batch = result.nextBatch();
      while (batch != null) {
        batch = result.nextBatch();
      }
    }
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  /** Runs a search and returns the most bytes of heap that were in use while it ran. */
  static long peak(Engine engine, String spl) {
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    time(engine, spl);
    return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before;
  }

  /** Returns the number of rows. */
  int size() {
    return size;
  }

  /** Returns a row that only one of two answers has, or another difference; null for none. */
  @Nullable String difference(Answer other) {
    if (size != other.size) {
      return size + " rows and " + other.size;
    }
    for (Map.Entry<String, Integer> row : counts.entrySet()) {
      if (!row.getValue().equals(other.counts.get(row.getKey()))) {
        return Arrays.toString(row.getKey().split("\u0001", -1)) + " is in one only";
      }
    }
    return null;
  }
}
