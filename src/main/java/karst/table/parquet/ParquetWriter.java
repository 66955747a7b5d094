package karst.table.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import karst.vector.Vector;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;

/**
 * Writes a Parquet file, one row group at a time. Pages are compressed with Zstandard and carry
 * checksums; texts are coded by a dictionary where that is shorter.
 */
public final class ParquetWriter {
  /** Rows of a group: large enough for a dictionary to pay, small enough for a thread's share. */
  public static final int ROWS_A_GROUP = 1 << 17;

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final String CREATED_BY = "karst";

  private final OutputStream out;
  private final List<WrittenColumn> columns;
  private final List<RowGroup> groups = new ArrayList<>();
  private long position;
  private long rows;

  /**
   * Starts a file.
   *
   * @param out takes the file; not closed here
   * @throws IOException if it cannot be written
   */
  public ParquetWriter(OutputStream out, List<WrittenColumn> columns) throws IOException {
    this.out = out;
    this.columns = List.copyOf(columns);
    write(MAGIC);
  }

  /** Returns the number of rows so far. */
  public long rows() {
    return rows;
  }

  /**
   * Writes a row group.
   *
   * @param vectors the columns, all of the same size, in the order of the file's
   * @throws IOException if the file cannot be written
   * @throws karst.source.SplException if a value is none that its column can hold
   */
  public void write(List<Vector> vectors, int count) throws IOException {
    List<ColumnChunk> chunks = new ArrayList<>();
    long start = position;
    long uncompressed = 0;
    for (int i = 0; i < columns.size(); i++) {
      ChunkWriter.Encoded encoded = new ChunkWriter(columns.get(i), vectors.get(i)).encode();
      chunks.add(encoded.at(position));
      uncompressed += encoded.description().getTotal_uncompressed_size();
      write(encoded.bytes());
    }
    groups.add(
        new RowGroup(chunks, uncompressed, count)
            .setFile_offset(start)
            .setTotal_compressed_size(position - start)
            .setOrdinal((short) groups.size()));
    rows += count;
  }

  /**
   * Writes the footer, without which the file cannot be read.
   *
   * @throws IOException if the file cannot be written
   */
  public void finish() throws IOException {
    List<SchemaElement> schema = new ArrayList<>();
    schema.add(new SchemaElement("schema").setNum_children(columns.size()));
    List<ColumnOrder> orders = new ArrayList<>();
    for (WrittenColumn column : columns) {
      schema.addAll(column.schema());
      orders.add(ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()));
    }
    FileMetaData footer = new FileMetaData(1, schema, rows, groups);
    footer.setCreated_by(CREATED_BY);
    footer.setColumn_orders(orders);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, bytes);
    byte[] length = new byte[4];
    LittleEndian.putInt(length, 0, bytes.size());
    write(bytes.toByteArray());
    write(length);
    write(MAGIC);
    out.flush();
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
