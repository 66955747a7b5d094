package karst.benchmark;

import java.util.Locale;

/** Where the rows are before a search starts. */
enum Storage {
  /** In a CSV file that neither engine has read into a form of its own. */
  CSV,
  /** In the engines' own tables; DuckDB's has the columns as they are in the file. */
  LOADED,
  /** As before, but DuckDB's table has lower-case ENUM columns beside those that are filtered. */
  TUNED;

  /** Returns the name in reports. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
