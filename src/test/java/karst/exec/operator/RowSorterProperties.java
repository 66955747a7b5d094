package karst.exec.operator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import karst.plan.OrderKey;
import karst.plan.SortOrder;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.Schema;
import karst.vector.StringVector;
import karst.vector.Validity;
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
      @ForAll boolean descending,
      @ForAll boolean sealed) {
    OrderKey key = new OrderKey(0, descending, order);
    DictionaryVector coded = coded(texts);
    if (sealed) {
      coded.dictionary().seal();
    }
    assertArrayEquals(
        RowSorter.sort(batch(StringVector.of(texts.toArray(String[]::new))), List.of(key)),
        RowSorter.sort(batch(coded), List.of(key)));
  }

  /** So many rows that they are sorted by words. */
  @Property(tries = 100)
  void manyRowsAreSortedAsTheyCompare(
      @ForAll("numbers") List<@Nullable Double> some,
      @ForAll("texts") List<@Nullable String> texts,
      @ForAll List<Boolean> descending,
      @ForAll("byWords") SortOrder textOrder,
      @ForAll boolean areCoded,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<@Nullable Double> numbers = new ArrayList<>();
    List<@Nullable String> names = new ArrayList<>();
    for (int row = 0; row < 400; row++) {
      numbers.add(some.get(random.nextInt(some.size())));
      names.add(texts.isEmpty() ? null : texts.get(random.nextInt(texts.size())));
    }
    Vector plain = StringVector.of(names.toArray(String[]::new));
    List<Vector> vectors = List.of(numbers(numbers), areCoded ? coded(names) : plain);
    List<OrderKey> keys = new ArrayList<>();
    for (int column = 0; column < 2; column++) {
      boolean down = descending.size() > column && descending.get(column);
      keys.add(new OrderKey(column, down, column == 0 ? SortOrder.AUTO : textOrder));
    }
    Comparator<Integer> order = SortColumn.of(vectors.get(0), keys.get(0))::compare;
    order = order.thenComparing(SortColumn.of(vectors.get(1), keys.get(1))::compare);
    int[] expected =
        IntStream.range(0, 400).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    Schema schema =
        new Schema(List.of(new Column("a", SplType.NUMBER), new Column("b", SplType.STRING)));
    assertArrayEquals(expected, RowSorter.sort(Batch.of(schema, vectors, 400), keys));
  }

  @Provide
  Arbitrary<SortOrder> byWords() {
    return Arbitraries.of(SortOrder.AUTO, SortOrder.TEXT, SortOrder.COLUMN);
  }

  private static Vector numbers(List<@Nullable Double> numbers) {
    double[] values = new double[numbers.size()];
    long[] validity = Validity.none(values.length);
    for (int row = 0; row < values.length; row++) {
      Double number = numbers.get(row);
      if (number != null) {
        values[row] = number;
        Validity.set(validity, row);
      }
    }
    return new DoubleVector(values, validity, values.length);
  }

  @Provide
  Arbitrary<List<@Nullable Double>> numbers() {
    Arbitrary<Double> special =
        Arbitraries.of(0.0, -0.0, 1.0, -1.0, 1e300, -1e300, Double.MIN_VALUE, 1.7e9);
    return Arbitraries.oneOf(special, Arbitraries.doubles())
        .injectNull(0.1)
        .list()
        .ofMinSize(1)
        .ofMaxSize(50);
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
