package karst.table.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import karst.source.SplException;
import karst.table.parquet.LeafType.Meaning;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of a column's chunk, one after the other; each is decoded only if it is asked for. */
final class ChunkPages {
  private final ParquetInput input;
  private final ParquetColumn column;
  private final ColumnMetaData chunk;
  private final Codec codec = new Codec();
  private final long start;
  private byte[] bytes = new byte[0];
  private long base;
  private boolean loaded;
  private int position;
  private @Nullable PageHeader header;
  private int dataStart;
  private @Nullable PageValues dictionary;

  /**
   * Opens a chunk; nothing of it is read yet.
   *
   * @throws SplException if it is of a kind that cannot be read
   */
  ChunkPages(ParquetInput input, ParquetColumn column, ColumnMetaData chunk) {
    this.input = input;
    this.column = column;
    this.chunk = chunk;
    if (column.type().meaning() == Meaning.UNSUPPORTED) {
      throw input.unsupported(column.name(), "it holds values of type " + column.type().name());
    }
    if (!Codec.isKnown(chunk.getCodec())) {
      throw input.unsupported(column.name(), "it is compressed by " + chunk.getCodec());
    }
    start = hasDictionaryOffset() ? chunk.getDictionary_page_offset() : chunk.getData_page_offset();
  }

  private boolean hasDictionaryOffset() {
    return chunk.isSetDictionary_page_offset()
        && chunk.getDictionary_page_offset() > 0
        && chunk.getDictionary_page_offset() < chunk.getData_page_offset();
  }

  /** Returns the number of values, nulls and empty lists included. */
  long values() {
    return chunk.getNum_values();
  }

  /** Returns whether the footer says that every page has codes of a dictionary of its own. */
  boolean isCoded() {
    if (!hasDictionaryOffset() || !chunk.isSetEncoding_stats()) {
      return false;
    }
    List<PageEncodingStats> pages = chunk.getEncoding_stats();
    return pages.stream()
        .filter(stats -> stats.getPage_type() != PageType.DICTIONARY_PAGE)
        .allMatch(stats -> isDictionary(stats.getEncoding()));
  }

  private static boolean isDictionary(Encoding encoding) {
    return encoding == Encoding.PLAIN_DICTIONARY || encoding == Encoding.RLE_DICTIONARY;
  }

  /** Returns whether the footer says that there are no nulls. */
  boolean isWithoutNulls() {
    return column.definition() == 0
        || chunk.isSetStatistics()
            && chunk.getStatistics().isSetNull_count()
            && chunk.getStatistics().getNull_count() == 0;
  }

  /**
   * Returns what the codes mean.
   *
   * @throws SplException if there is no dictionary, or it cannot be read
   */
  PageValues dictionary() {
    if (dictionary == null && hasDictionaryOffset() && !loaded) {
      // The pages of data may never be needed.
      bytes = input.read(start, chunk.getData_page_offset() - start);
      base = start;
      position = 0;
      readDictionary(header());
    }
    if (dictionary == null) {
      throw input.damaged(base + position, "a dictionary is missing in " + name());
    }
    return dictionary;
  }

  private void readDictionary(PageHeader page) {
    if (page.getType() != PageType.DICTIONARY_PAGE || !page.isSetDictionary_page_header()) {
      throw input.damaged(base + position, "a dictionary is missing in " + name());
    }
    try {
      byte[] content = content(page, 0);
      int count = page.getDictionary_page_header().getNum_values();
      dictionary = new ValueDecoder(column.type(), content, 0, count).decode(Encoding.PLAIN);
    } catch (IOException | RuntimeException malformed) {
      throw fault("dictionary", malformed);
    }
  }

  /**
   * Goes to the next page of data.
   *
   * @return whether there is one
   * @throws SplException if its header cannot be read
   */
  boolean next() {
    load();
    while (position < bytes.length) {
      PageHeader page = header();
      position = dataStart + page.getCompressed_page_size();
      if (page.getType() == PageType.DICTIONARY_PAGE) {
        if (dictionary == null) {
          readDictionary(page);
        }
      } else if (page.isSetData_page_header() || page.isSetData_page_header_v2()) {
        header = page;
        if (levels() < 0 || levels() > values()) {
          throw input.damaged(base + dataStart, "a page of " + name() + " has too many values");
        }
        return true;
      }
    }
    return false;
  }

  private void load() {
    if (!loaded) {
      loaded = true;
      base = dictionary == null ? start : chunk.getData_page_offset();
      bytes = input.read(base, start + chunk.getTotal_compressed_size() - base);
      position = 0;
    }
  }

  private PageHeader header() {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes, position, bytes.length - position);
    PageHeader page;
    try {
      page = Util.readPageHeader(in);
    } catch (IOException | RuntimeException malformed) {
      throw input.damaged(base + position, "the header of a page of " + name() + " is malformed");
    }
    dataStart = bytes.length - in.available();
    int size = page.getCompressed_page_size();
    if (size < 0 || size > bytes.length - dataStart || page.getUncompressed_page_size() < 0) {
      throw input.damaged(base + position, "a page of " + name() + " is larger than its chunk");
    }
    return page;
  }

  /** Returns the number of values of the current page, nulls included. */
  int levels() {
    PageHeader page = current();
    return page.isSetData_page_header()
        ? page.getData_page_header().getNum_values()
        : page.getData_page_header_v2().getNum_values();
  }

  private PageHeader current() {
    if (header == null) {
      throw new IllegalStateException("no page");
    }
    return header;
  }

  /**
   * Decodes the current page.
   *
   * @throws SplException if it is malformed
   */
  LeveledValues decode() {
    PageHeader page = current();
    try {
      return page.isSetData_page_header()
          ? first(page, page.getData_page_header())
          : second(page, page.getData_page_header_v2());
    } catch (ValueDecoder.UnknownEncodingException unknown) {
      throw input.unsupported(column.name(), String.valueOf(unknown.getMessage()));
    } catch (IOException | RuntimeException malformed) {
      throw fault("page", malformed);
    }
  }

  /** A page of the first form: levels and values are compressed together. */
  private LeveledValues first(PageHeader page, DataPageHeader data) throws IOException {
    byte[] content = content(page, 0);
    int count = data.getNum_values();
    int at = 0;
    int[] repetitions = null;
    int[] definitions = null;
    if (column.repeated()) {
      requireRunLengths(data.getRepetition_level_encoding());
      int end = levelsEnd(content, at);
      repetitions = RunLengths.read(content, at + 4, end, 1, count);
      at = end;
    }
    if (column.definition() > 0) {
      requireRunLengths(data.getDefinition_level_encoding());
      int end = levelsEnd(content, at);
      definitions =
          isWithoutNulls() && !column.repeated()
              ? null
              : RunLengths.read(content, at + 4, end, levelBits(), count);
      at = end;
    }
    return values(content, at, data.getEncoding(), count, repetitions, definitions);
  }

  private static void requireRunLengths(Encoding encoding) throws IOException {
    if (encoding != Encoding.RLE) {
      throw new ValueDecoder.UnknownEncodingException(encoding);
    }
  }

  private static int levelsEnd(byte[] content, int at) throws IOException {
    int length = content.length - at < 4 ? -1 : LittleEndian.intAt(content, at);
    if (length < 0 || length > content.length - at - 4) {
      throw new IOException("its levels end too early");
    }
    return at + 4 + length;
  }

  /** A page of the second form: levels are not compressed, and the header has their lengths. */
  private LeveledValues second(PageHeader page, DataPageHeaderV2 data) throws IOException {
    int repeated = data.getRepetition_levels_byte_length();
    int defined = data.getDefinition_levels_byte_length();
    if (repeated < 0 || defined < 0 || repeated + defined > page.getCompressed_page_size()) {
      throw new IOException("its levels end too early");
    }
    int count = data.getNum_values();
    int middle = dataStart + repeated;
    int[] repetitions =
        column.repeated() ? RunLengths.read(bytes, middle - repeated, middle, 1, count) : null;
    int[] definitions =
        column.definition() > 0 && (column.repeated() || data.getNum_nulls() > 0)
            ? RunLengths.read(bytes, middle, middle + defined, levelBits(), count)
            : null;
    byte[] content = content(page, repeated + defined);
    return values(content, 0, data.getEncoding(), count, repetitions, definitions);
  }

  private int levelBits() {
    return Integer.SIZE - Integer.numberOfLeadingZeros(column.definition());
  }

  private LeveledValues values(
      byte[] content,
      int at,
      Encoding encoding,
      int count,
      int @Nullable [] repetitions,
      int @Nullable [] definitions)
      throws IOException {
    boolean[] present = definitions == null ? null : new boolean[count];
    int values = definitions == null ? count : 0;
    if (definitions != null && present != null) {
      for (int i = 0; i < count; i++) {
        present[i] = definitions[i] == column.definition();
        values += present[i] ? 1 : 0;
      }
    }
    PageValues decoded = new ValueDecoder(column.type(), content, at, values).decode(encoding);
    if (decoded instanceof PageValues.Codes codes) {
      requireEntries(codes.codes(), dictionary().size());
    }
    return new LeveledValues(decoded, values, repetitions, values == count ? null : present);
  }

  private static void requireEntries(int[] codes, int entries) throws IOException {
    for (int code : codes) {
      if (code < 0 || code >= entries) {
        throw new IOException("a code that its dictionary does not have");
      }
    }
  }

  /** Returns a page's bytes, decompressed, those of uncompressed levels left out. */
  private byte[] content(PageHeader page, int levels) throws IOException {
    int size = page.getCompressed_page_size();
    int from = dataStart;
    if (page.isSetCrc()) {
      CRC32 sum = new CRC32();
      sum.update(bytes, from, size);
      if ((int) sum.getValue() != page.getCrc()) {
        throw new IOException("its checksum is wrong");
      }
    }
    int length = page.getUncompressed_page_size() - levels;
    boolean plain =
        page.isSetData_page_header_v2() && !page.getData_page_header_v2().isIs_compressed();
    if (length < 0 || plain && length != size - levels) {
      throw new IOException("it has another size");
    }
    return plain
        ? Arrays.copyOfRange(bytes, from + levels, from + size)
        : codec.decompress(chunk.getCodec(), bytes, from + levels, size - levels, length);
  }

  private SplException fault(String what, Exception malformed) {
    if (malformed instanceof SplException known) {
      return known;
    }
    String reason = malformed instanceof IOException ? malformed.getMessage() : "malformed values";
    return input.damaged(base + dataStart, "a " + what + " of " + name() + ": " + reason);
  }

  private String name() {
    return "column `" + column.name() + "`";
  }
}
