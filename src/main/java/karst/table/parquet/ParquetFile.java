package karst.table.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.source.SplException;
import karst.table.UnreadableFile;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * A file and what its footer says.
 *
 * @param path the file
 * @param size its size in bytes when the footer was read
 * @param columns its columns; names are distinct
 * @param rowGroups its row groups, in the order of the file
 */
record ParquetFile(Path path, long size, List<ParquetColumn> columns, List<RowGroup> rowGroups) {
  private static final String MAGIC = "PAR1";
  private static final String ENCRYPTED = "PARE";
  private static final int TAIL = 8;

  /**
   * Reads a file's footer.
   *
   * @param node the data-model node whose name, with a point, is taken off column names; null for
   *     none
   * @throws SplException if the file cannot be read or is no Parquet file
   */
  static ParquetFile open(Path path, @Nullable String node) {
    try (ParquetInput input = ParquetInput.open(path)) {
      long size = input.size();
      if (size < MAGIC.length() + TAIL
          || !MAGIC.equals(text(input.read(0, MAGIC.length()), 0))
              && !ENCRYPTED.equals(text(input.read(0, MAGIC.length()), 0))) {
        throw UnreadableFile.diagnostic(path, "it is no Parquet file").toException();
      }
      byte[] tail = input.read(size - TAIL, TAIL);
      String magic = text(tail, 4);
      if (magic.equals(ENCRYPTED)) {
        throw UnreadableFile.diagnostic(path, "it is encrypted").toException();
      }
      if (!magic.equals(MAGIC)) {
        throw input.damaged(size, "it does not end as a Parquet file does; it may be cut off");
      }
      long length = LittleEndian.intAt(tail, 0) & 0xFFFF_FFFFL;
      long start = size - TAIL - length;
      if (start < MAGIC.length()) {
        throw input.damaged(size - TAIL, "its footer of " + length + " bytes is larger than it");
      }
      return of(path, size, footer(input, start, length), input, start, node);
    }
  }

  private static FileMetaData footer(ParquetInput input, long start, long length) {
    byte[] bytes = input.read(start, length);
    try {
      return Util.readFileMetaData(new ByteArrayInputStream(bytes));
    } catch (IOException | RuntimeException malformed) {
      throw input.damaged(start, "its footer is malformed");
    }
  }

  private static ParquetFile of(
      Path path,
      long size,
      FileMetaData footer,
      ParquetInput input,
      long start,
      @Nullable String node) {
    List<ParquetColumn> columns;
    try {
      columns = SchemaLeaves.of(footer.getSchema());
    } catch (RuntimeException malformed) {
      throw input.damaged(start, "its schema is malformed");
    }
    List<ParquetColumn> named = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ParquetColumn column : columns) {
      ParquetColumn own = column.named(withoutNode(column.name(), node));
      if (!names.add(own.name())) {
        throw UnreadableFile.diagnostic(
                path, "it has two columns that would be called `" + own.name() + "`")
            .toException();
      }
      named.add(own);
    }
    return new ParquetFile(path, size, List.copyOf(named), List.copyOf(footer.getRow_groups()));
  }

  private static String withoutNode(String name, @Nullable String node) {
    return node != null && name.startsWith(node + ".") ? name.substring(node.length() + 1) : name;
  }

  private static String text(byte[] bytes, int start) {
    return new String(bytes, start, 4, StandardCharsets.US_ASCII);
  }

  /**
   * Opens the file.
   *
   * @throws SplException if it cannot be read or is another than it was
   */
  ParquetInput input() {
    ParquetInput input = ParquetInput.open(path);
    if (input.size() != size) {
      input.close();
      throw UnreadableFile.diagnostic(path, "it changed after the table was opened").toException();
    }
    return input;
  }

  /** Returns the number of rows. */
  long rows() {
    return rowGroups.stream().mapToLong(RowGroup::getNum_rows).sum();
  }

  /** Returns the chunk of a column in a row group. */
  static ColumnChunk chunk(RowGroup group, ParquetColumn column, ParquetInput input) {
    if (column.leaf() >= group.getColumnsSize()) {
      throw input.damaged(input.size(), "a row group lacks column `" + column.name() + "`");
    }
    return group.getColumns().get(column.leaf());
  }
}
