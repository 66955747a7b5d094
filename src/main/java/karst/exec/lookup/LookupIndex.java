package karst.exec.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import karst.function.library.CidrBlock;
import karst.lookup.MatchType;
import karst.type.CaseFolding;
import karst.type.InvalidSyntaxException;
import karst.type.IpAddress;
import karst.type.WildcardPattern;
import karst.vector.Kind;
import karst.vector.TextOf;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a lookup whose key cells all match some values: those that match exactly by
 * hash, and within them the first of the others by an index of its own where that pays.
 */
public final class LookupIndex {
  /** To compare fewer cells than this takes less than an index. */
  private static final int WORTH_AN_INDEX = 16;

  private final List<MatchType> types;
  private final boolean caseSensitive;
  private final int[] exact;
  private final int[] others;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<List<String>, Bucket> buckets = new HashMap<>();

  /**
   * The key cells of a row; a row has several where a cell has several values.
   *
   * @param matchers those of the keys that are not exact, in order
   */
  private record Entry(int row, List<String> keys, List<Cell> matchers) {}

  /** A cell that is compared with values. */
  @FunctionalInterface
  private interface Cell {
    boolean matches(String value);
  }

  /** Entries of equal exact keys. */
  private final class Bucket {
    private final RowList all = new RowList();
    private @Nullable CellIndex index;

    private CellIndex index() {
      CellIndex built = index;
      if (built == null) {
        built = types.get(others[0]) == MatchType.CIDR ? new SubnetIndex() : new PatternIndex();
        for (int i = 0; i < all.size(); i++) {
          built.add(entries.get(all.get(i)).keys().get(others[0]), all.get(i));
        }
        index = built;
      }
      return built;
    }

    private RowList candidates(List<String> values) {
      if (others.length == 0 || all.size() < WORTH_AN_INDEX) {
        return all;
      }
      RowList found = new RowList();
      index().candidates(values.get(others[0]), found);
      found.sort();
      return found;
    }
  }

  /**
   * Indexes the rows of a lookup; a row in which a key cell is null matches nothing.
   *
   * @param keys the key columns, at least one
   * @param types how each matches
   * @param rows the number of rows
   */
  public LookupIndex(List<Vector> keys, List<MatchType> types, int rows, boolean caseSensitive) {
    this.types = List.copyOf(types);
    this.caseSensitive = caseSensitive;
    this.exact = keysThat(true);
    this.others = keysThat(false);
    for (int row = 0; row < rows; row++) {
      add(keys, row, new ArrayList<>());
    }
  }

  private int[] keysThat(boolean matchExactly) {
    return IntStream.range(0, types.size())
        .filter(key -> (types.get(key) == MatchType.EXACT) == matchExactly)
        .toArray();
  }

  private void add(List<Vector> keys, int row, List<String> values) {
    int key = values.size();
    if (key == keys.size()) {
      add(row, List.copyOf(values));
      return;
    }
    for (String text : texts(keys.get(key), row)) {
      values.add(folded(text));
      add(keys, row, values);
      values.remove(key);
    }
  }

  private void add(int row, List<String> keys) {
    List<Cell> matchers = IntStream.of(others).mapToObj(key -> cell(keys.get(key), key)).toList();
    buckets.computeIfAbsent(exactKeys(keys), values -> new Bucket()).all.add(entries.size());
    entries.add(new Entry(row, keys, matchers));
  }

  private Cell cell(String text, int key) {
    if (types.get(key) == MatchType.WILDCARD) {
      return WildcardPattern.compile(text, true)::matches;
    }
    try {
      CidrBlock block = CidrBlock.parse(text);
      return value -> {
        IpAddress address = IpAddress.parse(value);
        return address != null && block.contains(address);
      };
    } catch (InvalidSyntaxException e) {
      return value -> false;
    }
  }

  private List<String> exactKeys(List<String> values) {
    return IntStream.of(exact).mapToObj(values::get).toList();
  }

  private String folded(String text) {
    return caseSensitive ? text : CaseFolding.fold(text);
  }

  /** Returns the values of a row of a vector: none for null, several for a list. */
  public static List<String> texts(Vector vector, int row) {
    if (vector.kindAt(row) != Kind.LIST) {
      String text = TextOf.row(vector, row);
      return text == null ? List.of() : List.of(text);
    }
    Vector list = vector.listAt(row);
    return IntStream.range(0, list.size())
        .mapToObj(i -> String.valueOf(TextOf.row(list, i)))
        .toList();
  }

  /**
   * Returns the rows that match, in order.
   *
   * @param values one for each key
   */
  int[] rows(List<String> values) {
    List<String> folded = values.stream().map(this::folded).toList();
    Bucket bucket = buckets.get(exactKeys(folded));
    if (bucket == null) {
      return new int[0];
    }
    RowList candidates = bucket.candidates(folded);
    return IntStream.range(0, candidates.size())
        .mapToObj(i -> entries.get(candidates.get(i)))
        .filter(entry -> matches(entry, folded))
        .mapToInt(Entry::row)
        .distinct()
        .toArray();
  }

  private boolean matches(Entry entry, List<String> values) {
    for (int i = 0; i < others.length; i++) {
      if (!entry.matchers().get(i).matches(values.get(others[i]))) {
        return false;
      }
    }
    return true;
  }
}
