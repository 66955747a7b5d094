package karst.table;

import java.nio.file.Path;
import java.util.List;
import karst.vector.Schema;

/**
 * A CSV file whose first record names the columns; a file named {@code .gz} is decompressed.
 *
 * <p>{@code _time} is a time, every other column is text; an empty cell is null. Each scan reads
 * the file anew.
 */
public final class CsvTable implements Table {
  private final String name;
  private final Path file;
  private final CsvOptions options;
  private final CsvHeader header;

  private CsvTable(String name, Path file, CsvOptions options, CsvHeader header) {
    this.name = name;
    this.file = file;
    this.options = options;
    this.header = header;
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws karst.source.SplException if the file cannot be read, or its header is missing, names a
   *     column twice or is malformed
   */
  public static CsvTable open(String name, Path file, CsvOptions options) {
    return new CsvTable(name, file, options, CsvHeader.read(file, options));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Schema schema() {
    return header.schema();
  }

  /** Returns the file. */
  public Path file() {
    return file;
  }

  @Override
  public Scan scan(ScanRequest request, ScanContext context) {
    return new CsvScan(file, options, header, request, context);
  }

  @Override
  public List<Scan> scanParts(ScanRequest request, ScanContext context, int most) {
    ScanFilter filter = request.filter();
    // A search for bytes leaves few rows; chunks in turn divide that work more evenly.
    boolean searched = filter != null && RawSearch.of(filter.required()) != null;
    if (searched || !CsvScan.isPlain(file)) {
      return List.of(scan(request, context));
    }
    CsvProjection projection = CsvProjection.of(header, request, context.batchSize());
    return CsvParts.open(file, options, header, projection, context, most, CsvParts.BYTES_A_PART);
  }
}
