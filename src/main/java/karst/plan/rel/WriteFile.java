package karst.plan.rel;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import karst.table.CsvOutput;

/**
 * The rows as they are, written to a CSV file too.
 *
 * @param file the file
 * @param columns the columns that are written
 * @param max how many rows are written at most
 * @param mode what becomes of the rows that the file has
 * @param key the column whose value names the row to replace, for rows that are added
 */
public record WriteFile(
    Path file, List<Integer> columns, long max, CsvOutput.Mode mode, Optional<Integer> key)
    implements Transformation {
  public WriteFile {
    columns = List.copyOf(columns);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("file", String.valueOf(file.getFileName()));
    terms.put("columns", columns.stream().map(fields::get).toList());
    if (mode.append()) {
      terms.put("append", true);
    }
    return terms;
  }
}
