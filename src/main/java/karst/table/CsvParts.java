package karst.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file that is read in parts, each of whole blocks: a part's rows are those that start in it.
 * What concerns all parts is here: the file, the quotes before each part, faults and progress.
 */
final class CsvParts {
  /** Fewer bytes than these do not pay for a thread. */
  static final long BYTES_A_PART = 4L << 20;

  private final Path path;
  private final CsvOptions options;
  private final CsvHeader header;
  private final CsvProjection projection;
  private final ScanContext context;
  private final PlainFile file;
  private final int[] firstBlocks;
  private final QuoteCount quotes;
  private final FaultLines[] faults;
  private int open;
  private long done;

  private CsvParts(
      Path path,
      CsvOptions options,
      CsvHeader header,
      CsvProjection projection,
      ScanContext context,
      PlainFile file,
      int parts) {
    this.path = path;
    this.options = options;
    this.header = header;
    this.projection = projection;
    this.context = context;
    this.file = file;
    int blocks = BlockReader.blocks(file, origin(), options);
    firstBlocks = new int[parts + 1];
    long[] starts = new long[parts];
    for (int part = 0; part <= parts; part++) {
      firstBlocks[part] = (int) ((long) blocks * part / parts);
      if (part < parts) {
        starts[part] = origin() + (long) firstBlocks[part] * options.blockBytes();
      }
    }
    quotes = new QuoteCount(file, starts);
    faults = new FaultLines[parts];
    Arrays.setAll(faults, part -> new FaultLines());
    open = parts;
  }

  /**
   * Opens a plain file.
   *
   * @param most how many parts at most
   * @param least how many bytes a part has at least, if there are two of them
   * @throws karst.source.SplException if the file cannot be read
   */
  static List<Scan> open(
      Path path,
      CsvOptions options,
      CsvHeader header,
      CsvProjection projection,
      ScanContext context,
      int most,
      long least) {
    PlainFile file = PlainFile.open(path);
    boolean parted = false;
    try {
      int blocks = BlockReader.blocks(file, header.prefix().length, options);
      int parts = (int) Math.max(1, Math.min(Math.min(most, blocks), file.size() / least));
      CsvScan.checkHeader(path, header, file);
      CsvParts whole = new CsvParts(path, options, header, projection, context, file, parts);
      List<Scan> scans = new ArrayList<>();
      for (int part = 0; part < parts; part++) {
        scans.add(new CsvPart(whole, part));
      }
      parted = true;
      return scans;
    } finally {
      if (!parted) {
        file.close();
      }
    }
  }

  private long origin() {
    return header.prefix().length;
  }

  Path path() {
    return path;
  }

  CsvOptions options() {
    return options;
  }

  CsvProjection projection() {
    return projection;
  }

  /** Returns a reader of the blocks of a part; all parts may have to be counted first. */
  BlockReader reader(int part) {
    QuoteStates states =
        new QuoteStates(firstBlocks[part], firstBlocks[part + 1], quotes.isQuotedAt(part));
    return new BlockReader(file, origin(), options, states);
  }

  LineCount lines(BlockReader reader, int part) {
    return new LineCount(reader, header.lines() + 1L, part == 0);
  }

  void checkpoint() {
    context.checkpoint();
  }

  /** Takes how many bytes more a part has read. */
  synchronized void progress(long bytes) {
    done += bytes;
    context.progress(origin() + done, file.size());
  }

  /** Ends a part; the last one ends all. */
  synchronized void close(int part, FaultLines found) {
    faults[part] = found;
    if (--open > 0) {
      return;
    }
    file.close();
    FaultLines all = new FaultLines();
    for (FaultLines ofPart : faults) {
      all.addAll(ofPart, 0);
    }
    all.report(path.toString(), context::report);
  }
}
