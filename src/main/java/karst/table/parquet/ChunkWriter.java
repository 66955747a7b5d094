package karst.table.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import karst.vector.Vector;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;

/** Encodes a column of a row group: a dictionary, if it pays, and pages of some thousand rows. */
final class ChunkWriter {
  /** A reader that wants few rows decompresses few pages. */
  private static final int ROWS_A_PAGE = 1 << 14;

  private final WrittenColumn column;
  private final ChunkLevels levels;
  private final ChunkValues values;
  private final int rows;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long uncompressed;
  private long levelCount;
  private int pages;

  ChunkWriter(WrittenColumn column, Vector vector) {
    this.column = column;
    Vector own = column.kind() == WrittenColumn.Kind.TEXTS ? ChunkTexts.lists(vector) : vector;
    this.levels = new ChunkLevels(own, column.definition());
    this.values = ChunkValues.of(column, own);
    this.rows = vector.size();
  }

  /**
   * An encoded chunk.
   *
   * @param description what the footer says of it, but for its place
   * @param dictionaryBytes how many of the bytes are the dictionary; 0 for none
   */
  record Encoded(byte[] bytes, ColumnMetaData description, int dictionaryBytes) {
    /** Returns what the footer says of the chunk at a place of the file. */
    ColumnChunk at(long offset) {
      description.setData_page_offset(offset + dictionaryBytes);
      if (dictionaryBytes > 0) {
        description.setDictionary_page_offset(offset);
      }
      return new ColumnChunk(0).setMeta_data(description);
    }
  }

  /** Encodes the chunk. */
  Encoded encode() throws IOException {
    ChunkTexts dictionary = values.dictionary();
    if (dictionary != null) {
      PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, 0, 0);
      header.setDictionary_page_header(
          new DictionaryPageHeader(dictionary.dictionary().size(), Encoding.PLAIN));
      page(header, dictionary.plainDictionary());
    }
    int dictionaryBytes = out.size();
    int value = 0;
    for (int from = 0; from < rows; from += ROWS_A_PAGE) {
      int to = Math.min(rows, from + ROWS_A_PAGE);
      int next = value + levels.values(from, to);
      data(from, to, value, next);
      value = next;
    }
    return new Encoded(out.toByteArray(), describe(value, dictionary != null), dictionaryBytes);
  }

  private void data(int from, int to, int firstValue, int lastValue) throws IOException {
    int count = levels.count(from, to);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    if (column.kind() == WrittenColumn.Kind.TEXTS) {
      sized(levels.repetitions(from, to), content);
    }
    sized(levels.definitions(from, to), content);
    values.write(firstValue, lastValue, content);
    PageHeader header = new PageHeader(PageType.DATA_PAGE, 0, 0);
    header.setData_page_header(
        new DataPageHeader(count, values.encoding(), Encoding.RLE, Encoding.RLE));
    page(header, content.toByteArray());
    levelCount += count;
    pages++;
  }

  private static void sized(byte[] bytes, ByteArrayOutputStream to) {
    byte[] length = new byte[4];
    LittleEndian.putInt(length, 0, bytes.length);
    to.writeBytes(length);
    to.writeBytes(bytes);
  }

  private void page(PageHeader header, byte[] content) throws IOException {
    byte[] compressed = Codec.compress(content, content.length);
    CRC32 sum = new CRC32();
    sum.update(compressed);
    header.setUncompressed_page_size(content.length);
    header.setCompressed_page_size(compressed.length);
    header.setCrc((int) sum.getValue());
    int start = out.size();
    Util.writePageHeader(header, out);
    uncompressed += out.size() - start + content.length;
    out.writeBytes(compressed);
  }

  private ColumnMetaData describe(int present, boolean coded) {
    List<Encoding> encodings = new ArrayList<>(List.of(Encoding.RLE, values.encoding()));
    List<PageEncodingStats> stats = new ArrayList<>();
    if (coded) {
      encodings.add(Encoding.PLAIN);
      stats.add(new PageEncodingStats(PageType.DICTIONARY_PAGE, Encoding.PLAIN, 1));
    }
    stats.add(new PageEncodingStats(PageType.DATA_PAGE, values.encoding(), pages));
    Statistics statistics = new Statistics();
    statistics.setNull_count(levelCount - present);
    values.describe(statistics);
    ColumnMetaData description =
        new ColumnMetaData(
            column.stored(),
            encodings,
            column.path(),
            Codec.WRITTEN,
            levelCount,
            uncompressed,
            out.size(),
            0);
    return description.setStatistics(statistics).setEncoding_stats(stats);
  }
}
