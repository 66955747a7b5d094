package karst.exec.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds texts that a value contains: each is known by three characters of it, those that fewest of
 * the texts before it are known by.
 */
final class GramIndex implements CellIndex {
  private static final int LENGTH = 3;

  private final Map<String, RowList> rows = new HashMap<>();
  private final RowList shortTexts = new RowList();

  @Override
  public void add(String text, int row) {
    RowList fewest = null;
    for (String gram : grams(text)) {
      RowList known = rows.computeIfAbsent(gram, key -> new RowList());
      if (fewest == null || known.size() < fewest.size()) {
        fewest = known;
      }
    }
    (fewest == null ? shortTexts : fewest).add(row);
  }

  @Override
  public void candidates(String value, RowList found) {
    found.addAll(shortTexts);
    Set<String> seen = new HashSet<>();
    for (String gram : grams(value)) {
      RowList known = rows.get(gram);
      if (known != null && seen.add(gram)) {
        found.addAll(known);
      }
    }
  }

  private static List<String> grams(String text) {
    List<String> grams = new ArrayList<>();
    for (int i = 0; i + LENGTH <= text.length(); i++) {
      grams.add(text.substring(i, i + LENGTH));
    }
    return grams;
  }
}
