package karst.table.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import karst.table.Scan;
import karst.table.ScanContext;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.table.event.EventTable;
import karst.table.parquet.ParquetWriter;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * Writes the rows of a table into files, each of one span of time, sorted by time.
 *
 * <p>Rows wait in memory until a file is full or the memory is; then the largest part of them is
 * written. So a span may have several files.
 */
final class SummaryWriter {
  /** Rows of a file: some row groups. */
  private static final int ROWS_A_FILE = 8 * ParquetWriter.ROWS_A_GROUP;

  private static final String UNTIMED = "untimed";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss");

  private final SummaryFolder folder;
  private final long span;
  private final long maxMemory;
  private final String run;
  private final Map<String, Partition> waiting = new LinkedHashMap<>();
  private final List<SummaryFile> files = new ArrayList<>();
  private Schema schema = new Schema(List.of());
  private int timeColumn = -1;

  /**
   * Creates a writer.
   *
   * @param inputs whose rows are written; files are called after them, so that the same inputs make
   *     the same files
   * @param span the seconds of time of a file
   * @param maxMemory how many bytes of rows may wait
   */
  SummaryWriter(SummaryFolder folder, List<SummaryInput> inputs, long span, long maxMemory) {
    this.folder = folder;
    this.span = span;
    this.maxMemory = maxMemory;
    this.run = name(inputs);
  }

  private static String name(List<SummaryInput> inputs) {
    MessageDigest digest = SummaryInput.sha256();
    for (SummaryInput input : inputs) {
      digest.update((input.digest() + input.origin() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  /**
   * Writes the rows of a table.
   *
   * @return the files, which do not have their names yet
   * @throws karst.source.SplException if the table cannot be read
   */
  List<SummaryFile> write(Table table, ScanContext context) throws IOException {
    List<Integer> columns = columns(table.schema());
    schema = new Schema(columns.stream().map(table.schema()::column).toList());
    timeColumn = schema.indexOf(Table.TIME_FIELD);
    try (Scan scan = table.scan(ScanRequest.of(columns), context)) {
      for (Batch batch = scan.next(); batch != null; batch = scan.next()) {
        context.checkpoint();
        add(batch);
      }
    }
    List<String> left = waiting.keySet().stream().sorted().toList();
    for (String partition : left) {
      flush(partition);
    }
    return List.copyOf(files);
  }

  /** The raw event is what a summary does without. */
  private static List<Integer> columns(Schema table) {
    return IntStream.range(0, table.size())
        .filter(
            index -> {
              Column column = table.column(index);
              return !column.name().equals(EventTable.RAW)
                  && !column.name().equals(EventTable.FIELD_NAMES);
            })
        .boxed()
        .toList();
  }

  private void add(Batch batch) throws IOException {
    List<Vector> vectors = IntStream.range(0, schema.size()).mapToObj(batch::packed).toList();
    Map<String, int[]> rows = new LinkedHashMap<>();
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (int row = 0; row < batch.rowCount(); row++) {
      String partition = partition(vectors, row);
      int size = sizes.merge(partition, 1, Integer::sum);
      rows.computeIfAbsent(partition, name -> new int[batch.rowCount()])[size - 1] = row;
    }
    for (Map.Entry<String, int[]> entry : rows.entrySet()) {
      Partition partition =
          waiting.computeIfAbsent(entry.getKey(), name -> new Partition(schema, timeColumn));
      partition.append(
          vectors, Selection.of(entry.getValue(), sizes.getOrDefault(entry.getKey(), 0)));
      if (partition.rows() >= ROWS_A_FILE) {
        flush(entry.getKey());
      }
    }
    while (waiting.size() > 0 && memory() > maxMemory) {
      flush(largest());
    }
  }

  private long lastStart = Long.MIN_VALUE;
  private String lastName = UNTIMED;

  private String partition(List<Vector> vectors, int row) {
    if (timeColumn < 0 || vectors.get(timeColumn).isNull(row)) {
      return UNTIMED;
    }
    double time = vectors.get(timeColumn).numberAt(row);
    if (!(Math.abs(time) < 1e11)) {
      return UNTIMED;
    }
    long start = Math.floorDiv((long) Math.floor(time), span) * span;
    if (start != lastStart) {
      lastStart = start;
      DateTimeFormatter form = span % 86_400 == 0 ? DAY : TIME;
      lastName = form.format(Instant.ofEpochSecond(start).atOffset(ZoneOffset.UTC));
    }
    return lastName;
  }

  private long memory() {
    return waiting.values().stream().mapToLong(Partition::memory).sum();
  }

  private String largest() {
    return waiting.entrySet().stream()
        .max(Comparator.comparingLong(entry -> entry.getValue().memory()))
        .orElseThrow()
        .getKey();
  }

  private void flush(String name) throws IOException {
    Partition partition = waiting.remove(name);
    if (partition != null && partition.rows() > 0) {
      String file = name + "-" + run + "-" + files.size() + ".parquet";
      files.add(partition.write(folder, file));
    }
  }
}
