package karst.table;

import java.util.ArrayList;
import java.util.List;
import karst.table.Chunk.Ending;
import karst.table.ChunkRows.DecodedBatch;
import karst.table.ScanFilter.RowPredicate;
import karst.vector.Batch;
import karst.vector.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Finds, filters and decodes the rows of chunks, with dictionaries and a predicate of its own. The
 * filter's columns are decoded first, the others only for the rows that pass.
 */
final class ChunkWorker {
  private final CsvProjection projection;
  private final Tokenizer tokenizer;
  private final CsvRecords records = new CsvRecords();
  private final List<Integer> tested;
  private final List<CellDecoder> testedDecoders;
  private final @Nullable RowPredicate predicate;
  private final List<CellDecoder> decoders;
  private final @Nullable RawSearch search;

  ChunkWorker(CsvProjection projection) {
    this.projection = projection;
    ScanFilter filter = projection.filter();
    tokenizer = new Tokenizer(projection.header().width());
    tested = filter == null ? List.of() : filter.columns();
    testedDecoders = projection.decoders(tested);
    predicate = filter == null ? null : filter.open();
    decoders = projection.decoders(projection.columns());
    search = filter == null ? null : RawSearch.of(filter.required());
  }

  /** Returns what is to look at the bytes of the next chunk, null for nothing. */
  @Nullable RawSearch search() {
    return search;
  }

  /** Returns the rows of a chunk; its memory is free for other use afterwards. */
  ChunkRows process(Chunk chunk) {
    RawSearch looked = search;
    if (looked == null
        || chunk.ending() != Ending.WHOLE
        || !looked.hasLookedAt(chunk)
        || !looked.isSelective()) {
      return all(chunk, new FaultLines());
    }
    int[] hits = looked.hits(chunk);
    ChunkRows rows = hits(chunk, looked, hits, new FaultLines(), false);
    // Lines are only counted for faults, which are rare.
    return rows.faults().isEmpty() ? rows : hits(chunk, looked, hits, new FaultLines(), true);
  }

  private ChunkRows all(Chunk chunk, FaultLines faults) {
    List<DecodedBatch> batches = new ArrayList<>();
    tokenizer.start(chunk, faults);
    tokenizer.next(records, projection.batchSize());
    while (records.size() > 0) {
      add(batches, faults);
      tokenizer.next(records, projection.batchSize());
    }
    return new ChunkRows(
        batches,
        tokenizer.lines(),
        faults,
        tokenizer.brokenEnd(),
        chunk.offset(),
        chunk.position());
  }

  /** Looks at the records with a hit only; what is wrong with others is not noticed. */
  private ChunkRows hits(
      Chunk chunk, RawSearch looked, int[] hits, FaultLines faults, boolean countLines) {
    List<DecodedBatch> batches = new ArrayList<>();
    tokenizer.start(chunk, faults);
    records.clear(chunk.bytes());
    for (int hit : hits) {
      if (hit >= tokenizer.position()) {
        tokenizer.skipTo(tokenizer.recordOf(hit, looked.isQuoted(chunk, hit)), countLines);
        tokenizer.more(records, records.size() + 1);
        if (records.size() == projection.batchSize()) {
          add(batches, faults);
          records.clear(chunk.bytes());
        }
      }
    }
    if (records.size() > 0) {
      add(batches, faults);
    }
    return new ChunkRows(
        batches, ChunkRows.UNCOUNTED, faults, null, chunk.offset(), chunk.position());
  }

  private void add(List<DecodedBatch> batches, FaultLines faults) {
    DecodedBatch batch = decode(faults);
    if (batch.rows() > 0) {
      batches.add(batch);
    }
  }

  private DecodedBatch decode(FaultLines faults) {
    Selection rows = Selection.all(records.size());
    List<DecodedColumn> seen = new ArrayList<>(tested.size());
    if (predicate != null) {
      for (CellDecoder decoder : testedDecoders) {
        seen.add(decoder.decode(records, rows, faults));
      }
      Batch batch =
          Batch.of(
              projection.filterSchema(),
              seen.stream().map(DecodedColumn::vector).toList(),
              records.size());
      rows = predicate.select(batch);
      if (rows.size() == 0) {
        return new DecodedBatch(0, List.of());
      }
    }
    List<DecodedColumn> columns = new ArrayList<>(decoders.size());
    for (int i = 0; i < decoders.size(); i++) {
      int known = tested.indexOf(projection.columns().get(i));
      columns.add(
          known < 0 ? decoders.get(i).decode(records, rows, faults) : seen.get(known).gather(rows));
    }
    return new DecodedBatch(rows.size(), columns);
  }
}
