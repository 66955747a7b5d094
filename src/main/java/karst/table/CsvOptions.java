package karst.table;

import org.jspecify.annotations.Nullable;

/**
 * How to read a CSV file.
 *
 * @param prefix the data-model node whose name, with a point, is taken off column names: {@code
 *     Processes} makes {@code Processes.dest} the column {@code dest}; null for none
 * @param blockBytes the number of bytes read and decoded at a time
 * @param maxRecordBytes the size of the largest record; one that is larger than this and a block is
 *     an error, since an unclosed quote would make a record of the rest of the file
 * @param blanks whether blanks at the start of a cell without quotes belong to it
 */
public record CsvOptions(
    @Nullable String prefix, int blockBytes, int maxRecordBytes, boolean blanks) {
  private static final int LARGEST = 1 << 30;
  private static final int DEFAULT_BLOCK_BYTES = 1 << 20;
  private static final int DEFAULT_MAX_RECORD_BYTES = 16 << 20;

  public CsvOptions {
    if (blockBytes < 1 || maxRecordBytes < 1 || Math.max(blockBytes, maxRecordBytes) > LARGEST) {
      throw new IllegalArgumentException("blocks and records hold 1 byte to 1 GiB");
    }
  }

  /** Returns no prefix, blocks of 1 MiB, records of at most 16 MiB. */
  public static CsvOptions defaults() {
    return new CsvOptions(null, DEFAULT_BLOCK_BYTES, DEFAULT_MAX_RECORD_BYTES, true);
  }

  /**
   * Returns how lookups are read. Blanks that people write after a comma do not count there:
   * lookups of {@code /access.log, yes} are in use with searches for {@code path=yes}. Between
   * quotes they do.
   */
  public static CsvOptions ofLookups() {
    return new CsvOptions(null, DEFAULT_BLOCK_BYTES, DEFAULT_MAX_RECORD_BYTES, false);
  }

  /** Returns these options with a prefix to take off column names. */
  public CsvOptions withPrefix(@Nullable String node) {
    return new CsvOptions(node, blockBytes, maxRecordBytes, blanks);
  }

  /** Returns these options with another size of blocks. */
  public CsvOptions withBlockBytes(int bytes) {
    return new CsvOptions(prefix, bytes, maxRecordBytes, blanks);
  }

  /** Returns these options with another limit for a record. */
  public CsvOptions withMaxRecordBytes(int bytes) {
    return new CsvOptions(prefix, blockBytes, bytes, blanks);
  }
}
