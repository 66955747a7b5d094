package karst.exec.lookup;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.type.WildcardPattern;

/** Finds patterns by what they begin with, else by what they end with, else by a part of them. */
final class PatternIndex implements CellIndex {
  private final Map<String, RowList> literals = new HashMap<>();
  private final RowList everything = new RowList();
  private final AffixIndex beginnings = new AffixIndex(false);
  private final AffixIndex ends = new AffixIndex(true);
  private final GramIndex parts = new GramIndex();

  @Override
  public void add(String pattern, int row) {
    List<String> runs = WildcardPattern.compile(pattern, true).literals();
    if (pattern.indexOf('*') < 0) {
      literals.computeIfAbsent(pattern, key -> new RowList()).add(row);
    } else if (runs.isEmpty()) {
      everything.add(row);
    } else if (!pattern.startsWith("*")) {
      beginnings.add(runs.get(0), row);
    } else if (!pattern.endsWith("*")) {
      ends.add(runs.get(runs.size() - 1), row);
    } else {
      parts.add(runs.stream().max(Comparator.comparingInt(String::length)).orElseThrow(), row);
    }
  }

  @Override
  public void candidates(String value, RowList found) {
    RowList equal = literals.get(value);
    if (equal != null) {
      found.addAll(equal);
    }
    found.addAll(everything);
    beginnings.candidates(value, found);
    ends.candidates(value, found);
    parts.candidates(value, found);
  }
}
