package karst.exec.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The groups of a table are those of a map of texts, in order of first appearance. */
class GroupTableProperties {
  @Property(tries = 200)
  void groupsAreThoseOfAMapWhateverTheEncoding(
      @ForAll("rows") List<List<@Nullable Object>> rows, @ForAll("splits") int batch) {
    GroupTable table = new GroupTable(2);
    Map<List<@Nullable String>, Integer> expected = new LinkedHashMap<>();
    Dictionary dictionary = new Dictionary();
    for (int from = 0; from < rows.size(); from += batch) {
      List<List<@Nullable Object>> part = rows.subList(from, Math.min(rows.size(), from + batch));
      List<Vector> keys = List.of(coded(part, dictionary), mixed(part));
      int[] groups = new int[part.size()];
      table.assign(keys, part.size(), groups);
      for (int i = 0; i < part.size(); i++) {
        List<@Nullable String> key = new ArrayList<>();
        key.add(TextOf.row(keys.get(0), i));
        key.add(TextOf.row(keys.get(1), i));
        Integer group = expected.putIfAbsent(key, expected.size());
        assertEquals(group == null ? expected.size() - 1 : group, groups[i]);
      }
    }
    assertEquals(expected.size(), table.size());
    int group = 0;
    for (List<@Nullable String> key : expected.keySet()) {
      assertEquals(key.get(0), TextOf.row(table.values(0), group));
      assertEquals(key.get(1), TextOf.row(table.values(1), group));
      group++;
    }
  }

  @Property(tries = 200)
  void tablesOfPartsTogetherAreTheTableOfTheWhole(
      @ForAll("rows") List<List<@Nullable Object>> rows,
      @ForAll("rows") List<List<@Nullable Object>> more,
      @ForAll boolean shared) {
    Dictionary dictionary = new Dictionary();
    GroupTable whole = new GroupTable(2);
    int[] expected = assign(whole, more, dictionary, assign(whole, rows, dictionary, new int[0]));
    GroupTable first = new GroupTable(2);
    int[] before = assign(first, rows, dictionary, new int[0]);
    GroupTable second = new GroupTable(2);
    int[] after = assign(second, more, shared ? dictionary : new Dictionary(), new int[0]);
    int[] here = first.adopt(second);
    int[] found = Arrays.copyOf(before, expected.length);
    for (int i = 0; i < after.length; i++) {
      found[before.length + i] = here[after[i]];
    }
    assertArrayEquals(expected, found);
    assertEquals(whole.size(), first.size());
    for (int group = 0; group < whole.size(); group++) {
      for (int column = 0; column < 2; column++) {
        String text = TextOf.row(whole.values(column), group);
        assertEquals(text, TextOf.row(first.values(column), group));
      }
    }
  }

  private static int[] assign(
      GroupTable table, List<List<@Nullable Object>> rows, Dictionary dictionary, int[] before) {
    int[] groups = new int[rows.size()];
    table.assign(List.of(coded(rows, dictionary), mixed(rows)), rows.size(), groups);
    int[] all = Arrays.copyOf(before, before.length + groups.length);
    System.arraycopy(groups, 0, all, before.length, groups.length);
    return all;
  }

  @Property(tries = 20)
  void tuplesOfAnyWidthAreToldApart(
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll("distincts") int distinct,
      @ForAll long seed) {
    Random random = new Random(seed);
    GroupTable table = new GroupTable(width);
    Map<List<@Nullable String>, Integer> expected = new LinkedHashMap<>();
    for (int batch = 0; batch < 5; batch++) {
      List<Vector> keys = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        VectorBuilder column = new VectorBuilder(100);
        for (int row = 0; row < 100; row++) {
          // Later batches have more values, so that the index has to change.
          column.append("v" + random.nextInt(Math.max(1, distinct * batch / 4)));
        }
        keys.add(column.build());
      }
      int[] groups = new int[100];
      table.assign(keys, 100, groups);
      for (int row = 0; row < 100; row++) {
        int at = row;
        List<@Nullable String> key = keys.stream().map(k -> TextOf.row(k, at)).toList();
        Integer known = expected.putIfAbsent(key, expected.size());
        assertEquals(known == null ? expected.size() - 1 : known, groups[row]);
      }
    }
    assertEquals(expected.size(), table.size());
  }

  @Provide
  Arbitrary<Integer> distincts() {
    return Arbitraries.of(1, 3, 50, 5000);
  }

  @Provide
  Arbitrary<List<List<@Nullable Object>>> rows() {
    Arbitrary<Object> text = Arbitraries.of("a", "b", "1", "1.0", "", "é");
    Arbitrary<Object> value =
        Arbitraries.oneOf(text, Arbitraries.of((Object) 1.0, 2.5, -0.0, 0.0, 1e20));
    return value.injectNull(0.2).list().ofSize(2).list().ofMaxSize(60);
  }

  @Provide
  Arbitrary<Integer> splits() {
    return Arbitraries.of(1, 3, 100);
  }

  /** The first column as texts of one growing dictionary. */
  private static Vector coded(List<List<@Nullable Object>> rows, Dictionary dictionary) {
    int[] codes = new int[rows.size()];
    for (int i = 0; i < codes.length; i++) {
      Object value = rows.get(i).get(0);
      StringVector text = StringVector.of(String.valueOf(value));
      codes[i] =
          value == null
              ? DictionaryVector.NULL
              : dictionary.intern(text.heap(), text.start(0), text.end(0));
    }
    return new DictionaryVector(codes, dictionary, codes.length);
  }

  /** The second column as whatever its values are. */
  private static Vector mixed(List<List<@Nullable Object>> rows) {
    VectorBuilder builder = new VectorBuilder(rows.size());
    for (List<@Nullable Object> row : rows) {
      Object value = row.get(1);
      if (value == null) {
        builder.appendNull();
      } else if (value instanceof Double number) {
        builder.append(number);
      } else {
        builder.append((String) value);
      }
    }
    return builder.build();
  }
}
