package karst.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextSortProperties {
  @Property(tries = 300)
  void textsAreInTheOrderOfTheirBytesAndEqualOnesInTheirOwn(@ForAll("texts") List<String> texts) {
    int[] rows = IntStream.range(0, texts.size()).toArray();
    TextSort.sort(StringVector.of(texts.toArray(String[]::new)), rows);
    Comparator<Integer> byBytes =
        (a, b) -> Arrays.compareUnsigned(bytes(texts.get(a)), bytes(texts.get(b)));
    int[] expected =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(byBytes)
            .mapToInt(Integer::intValue)
            .toArray();
    assertArrayEquals(expected, rows);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Many texts that begin alike, some of them another's beginning, some with bytes of zero. */
  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> end =
        Arbitraries.strings().withChars('a', 'b', '\0', 'é', '\uFFFD').ofMaxLength(18);
    Arbitrary<String> start = Arbitraries.of("", "C:\\Windows\\System32\\", "aaaaaaa", "aaaaaaaa");
    return start.flatMap(from -> end.map(text -> from + text)).list().ofMaxSize(200);
  }
}
