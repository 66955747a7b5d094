package karst.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of the sample table, in the file's order. */
public enum ProcessColumn {
  TIME,
  DEST,
  USER,
  PROCESS_NAME,
  PROCESS,
  PROCESS_PATH,
  PROCESS_ID,
  PROCESS_GUID,
  PROCESS_HASH,
  ORIGINAL_FILE_NAME,
  PROCESS_INTEGRITY_LEVEL,
  PROCESS_CURRENT_DIRECTORY,
  PARENT_PROCESS_NAME,
  PARENT_PROCESS,
  PARENT_PROCESS_PATH,
  PARENT_PROCESS_ID,
  PARENT_PROCESS_GUID,
  ACTION,
  OS,
  VENDOR_PRODUCT;

  /** Returns the names of all columns as the first line of the file has them. */
  public static List<String> header() {
    return Arrays.stream(values()).map(ProcessColumn::header).toList();
  }

  private static String header(ProcessColumn column) {
    return column == TIME ? "_time" : column.name().toLowerCase(Locale.ROOT);
  }
}
