package karst.exec.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
