package karst.exec.operator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import karst.plan.OrderKey;
import karst.plan.SortOrder;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.Schema;
import karst.vector.StringVector;
import karst.vector.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class RowSorterProperties {
  @Property(tries = 500)
  void codedTextsSortAsPlainOnes(
      @ForAll("texts") List<@Nullable String> texts,
      @ForAll SortOrder order,
      @ForAll boolean descending) {
    OrderKey key = new OrderKey(0, descending, order);
    assertArrayEquals(
        RowSorter.sort(batch(StringVector.of(texts.toArray(String[]::new))), List.of(key)),
        RowSorter.sort(batch(coded(texts)), List.of(key)));
  }

  private static Batch batch(Vector vector) {
    Schema schema = new Schema(List.of(new Column("a", SplType.STRING)));
    return Batch.of(schema, List.of(vector), vector.size());
  }

  private static DictionaryVector coded(List<@Nullable String> texts) {
    Dictionary dictionary = new Dictionary();
    dictionary.intern("unused".getBytes(StandardCharsets.UTF_8), 0, 6);
    int[] codes = new int[texts.size()];
    for (int i = 0; i < codes.length; i++) {
      String text = texts.get(i);
      byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
      codes[i] = text == null ? DictionaryVector.NULL : dictionary.intern(bytes, 0, bytes.length);
    }
    return new DictionaryVector(codes, dictionary, codes.length);
  }

  @Provide
  Arbitrary<List<@Nullable String>> texts() {
    return Arbitraries.of(
            "1", "1.0", "01", "2", "10", "a", "B", "b", "", "10.0.0.1", "9.0.0.1", "é")
        .injectNull(0.1)
        .list()
        .ofMaxSize(20);
  }
}
