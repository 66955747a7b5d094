package karst.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.table.ChunkRows.DecodedBatch;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** One reading of a CSV file: takes decoded chunks in order and gives them common dictionaries. */
final class CsvScan extends SelfClosingScan {
  private static final ChunkRows NO_ROWS =
      new ChunkRows(List.of(), 0, new FaultLines(), null, 0, 0);

  private final Path file;
  private final CsvOptions options;
  private final ScanContext context;
  private final Schema schema;
  private final List<@Nullable DictionaryMerger> mergers = new ArrayList<>();
  private final LineCount lines;
  private final ChunkSource reader;
  private final ChunkPipeline pipeline;
  private ChunkRows chunk = NO_ROWS;
  private int nextBatch;
  private boolean closed;

  CsvScan(
      Path file, CsvOptions options, CsvHeader header, ScanRequest request, ScanContext context) {
    this.file = file;
    this.options = options;
    this.context = context;
    CsvProjection projection = CsvProjection.of(header, request, context.batchSize());
    schema = projection.schema();
    for (Column column : schema.columns()) {
      mergers.add(column.type() instanceof SplType.Time ? null : new DictionaryMerger());
    }
    reader = open(file, header, options);
    lines = new LineCount(reader, header.lines() + 1L, true);
    pipeline =
        context.threads() == 1
            ? new SerialPipeline(reader, projection)
            : new ParallelPipeline(reader, projection, context.threads());
  }

  /** Only a plain file can be read at several places at once. */
  private static ChunkSource open(Path file, CsvHeader header, CsvOptions options) {
    return isPlain(file) ? inBlocks(file, header, options) : inOrder(file, header, options);
  }

  /** Returns whether a file can be read at any place. */
  static boolean isPlain(Path file) {
    return !CsvInput.isCompressed(file) && Files.isRegularFile(file);
  }

  private static ChunkSource inOrder(Path file, CsvHeader header, CsvOptions options) {
    CsvInput input = CsvInput.open(file);
    try {
      byte[] prefix = new byte[header.prefix().length];
      int read = input.read(prefix, 0, prefix.length);
      checkHeader(file, header, prefix, read);
      return new ChunkReader(input, options);
    } catch (RuntimeException failure) {
      input.close();
      throw failure;
    }
  }

  private static ChunkSource inBlocks(Path file, CsvHeader header, CsvOptions options) {
    PlainFile plain = PlainFile.open(file);
    try {
      checkHeader(file, header, plain);
      return new BlockReader(plain, header.prefix().length, options);
    } catch (RuntimeException failure) {
      plain.close();
      throw failure;
    }
  }

  /**
   * Makes sure that the file still has the header that was read when the table was opened.
   *
   * @throws karst.source.SplException if it has another
   */
  static void checkHeader(Path file, CsvHeader header, PlainFile plain) {
    byte[] prefix = new byte[(int) Math.min(header.prefix().length, plain.size())];
    plain.read(0, prefix, 0, prefix.length);
    checkHeader(file, header, prefix, prefix.length);
  }

  private static void checkHeader(Path file, CsvHeader header, byte[] prefix, int read) {
    if (read < header.prefix().length || !Arrays.equals(prefix, header.prefix())) {
      throw UnreadableFile.diagnostic(file, "its header changed after the table was opened")
          .toException();
    }
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  protected @Nullable Batch advance() {
    while (!closed) {
      if (nextBatch < chunk.batches().size()) {
        return merge(chunk.batches().get(nextBatch++));
      }
      BrokenEnd broken = chunk.brokenEnd();
      if (broken != null) {
        throw broken.toException(file, lines, options);
      }
      context.checkpoint();
      ChunkRows next = pipeline.next();
      if (next == null) {
        return null;
      }
      chunk = next;
      nextBatch = 0;
      lines.add(next.lines(), next.faults(), next.brokenEnd() != null, next.offset());
      context.progress(next.position(), reader.total());
    }
    return null;
  }

  private Batch merge(DecodedBatch decoded) {
    List<Vector> vectors = new ArrayList<>(mergers.size());
    for (int i = 0; i < mergers.size(); i++) {
      DictionaryMerger merger = mergers.get(i);
      DecodedColumn column = decoded.columns().get(i);
      vectors.add(merger == null ? column.vector() : merger.merge(column));
    }
    return Batch.of(schema, vectors, decoded.rows());
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    pipeline.close();
    reader.close();
    chunk = NO_ROWS;
    lines.faults().report(file.toString(), context::report);
  }
}
