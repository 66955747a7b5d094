package karst.table.parquet;

import java.util.List;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/**
 * A row group of a file of a table.
 *
 * @param file the file
 * @param columns for each of the table's columns that of the file; null where it has none
 * @param group the row group
 */
record FileGroup(ParquetFile file, List<@Nullable ParquetColumn> columns, RowGroup group) {
  /** Returns about how many bytes of the file it takes. */
  long bytes() {
    return group.isSetTotal_compressed_size()
        ? group.getTotal_compressed_size()
        : group.getTotal_byte_size();
  }
}
