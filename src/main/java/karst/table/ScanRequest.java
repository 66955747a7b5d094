package karst.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scan delivers.
 *
 * @param columns distinct indexes into the table's schema, in the order wanted; may be empty
 * @param filter chooses the rows; null for all
 */
public record ScanRequest(List<Integer> columns, @Nullable ScanFilter filter) {
  public ScanRequest {
    columns = List.copyOf(columns);
  }

  /** Returns a request for some columns of all rows. */
  public static ScanRequest of(List<Integer> columns) {
    return new ScanRequest(columns, null);
  }
}
