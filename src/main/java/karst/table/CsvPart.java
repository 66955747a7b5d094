package karst.table;

import java.util.List;
import java.util.function.IntFunction;
import karst.table.ScanFilter.RowPredicate;
import karst.vector.Batch;
import karst.vector.DeferredVectors;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * One part of a file: blocks are read, filtered and decoded on the caller's thread. A column is
 * decoded when somebody first looks at it, which has to be before the next batch is asked for.
 */
final class CsvPart extends SelfClosingScan {
  private final CsvParts whole;
  private final int part;
  private final CsvRecords records = new CsvRecords();
  private final Tokenizer tokenizer;
  private @Nullable Reading reading;
  private @Nullable Chunk chunk;
  private FaultLines faults = new FaultLines();
  private boolean closed;

  CsvPart(CsvParts whole, int part) {
    this.whole = whole;
    this.part = part;
    this.tokenizer = new Tokenizer(whole.projection().header().width());
  }

  /** What is opened on the thread that reads. */
  private record Reading(
      BlockReader reader,
      LineCount lines,
      @Nullable RowPredicate predicate,
      List<CellDecoder> tested,
      List<CellDecoder> decoders) {}

  private Reading open() {
    CsvProjection projection = whole.projection();
    ScanFilter filter = projection.filter();
    BlockReader reader = whole.reader(part);
    return new Reading(
        reader,
        whole.lines(reader, part),
        filter == null ? null : filter.open(),
        filter == null ? List.of() : projection.decoders(filter.columns()),
        projection.decoders(projection.columns()));
  }

  @Override
  public Schema schema() {
    return whole.projection().schema();
  }

  @Override
  protected @Nullable Batch advance() {
    if (closed) {
      return null;
    }
    Reading opened = reading == null ? open() : reading;
    reading = opened;
    while (true) {
      Chunk current = chunk;
      if (current == null) {
        whole.checkpoint();
        ChunkSource.PendingChunk pending = opened.reader().take();
        if (pending == null) {
          return null;
        }
        current = pending.read(null);
        chunk = current;
        faults = new FaultLines();
        tokenizer.start(current, faults);
      }
      tokenizer.next(records, whole.projection().batchSize());
      if (records.size() == 0) {
        end(current, opened);
        continue;
      }
      Batch batch = decode(opened);
      if (batch.rowCount() > 0) {
        return batch;
      }
    }
  }

  private void end(Chunk ended, Reading opened) {
    chunk = null;
    BrokenEnd broken = tokenizer.brokenEnd();
    LineCount lines = opened.lines();
    lines.add(tokenizer.lines(), faults, broken != null, ended.offset());
    if (broken != null) {
      throw broken.toException(whole.path(), lines, whole.options());
    }
    whole.progress(ended.position() - ended.offset());
    opened.reader().recycle(ended);
  }

  private Batch decode(Reading opened) {
    Selection rows = Selection.all(records.size());
    CsvProjection projection = whole.projection();
    ScanFilter filter = projection.filter();
    RowPredicate predicate = opened.predicate();
    if (predicate == null || filter == null) {
      return batch(rows, column -> opened.decoders().get(column).decode(records, rows, faults));
    }
    List<Vector> seen =
        DeferredVectors.of(
            filter.columns().size(),
            column -> opened.tested().get(column).decode(records, rows, faults).vector());
    Selection passing = predicate.select(new Batch(projection.filterSchema(), seen, rows));
    return batch(
        passing,
        column -> {
          int known = filter.columns().indexOf(projection.columns().get(column));
          return known < 0
              ? opened.decoders().get(column).decode(records, passing, faults)
              : new DecodedColumn(seen.get(known).gather(passing), null);
        });
  }

  private Batch batch(Selection rows, IntFunction<DecodedColumn> decode) {
    Schema schema = whole.projection().schema();
    List<Vector> vectors =
        DeferredVectors.of(schema.size(), column -> decode.apply(column).vector());
    return new Batch(schema, vectors, Selection.all(rows.size()));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      whole.close(part, reading == null ? new FaultLines() : reading.lines().faults());
    }
  }
}
