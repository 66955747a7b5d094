package karst.exec.lookup;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Finds texts that a value begins with, or those that it ends with. */
final class AffixIndex implements CellIndex {
  private final boolean atEnd;
  private final Map<String, RowList> rows = new HashMap<>();
  private final TreeSet<Integer> lengths = new TreeSet<>();

  AffixIndex(boolean atEnd) {
    this.atEnd = atEnd;
  }

  @Override
  public void add(String affix, int row) {
    rows.computeIfAbsent(affix, key -> new RowList()).add(row);
    lengths.add(affix.length());
  }

  @Override
  public void candidates(String value, RowList found) {
    for (int length : lengths) {
      if (length > value.length()) {
        return;
      }
      String affix = atEnd ? value.substring(value.length() - length) : value.substring(0, length);
      RowList matching = rows.get(affix);
      if (matching != null) {
        found.addAll(matching);
      }
    }
  }
}
