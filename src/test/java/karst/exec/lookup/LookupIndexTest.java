package karst.exec.lookup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import karst.function.library.CidrBlock;
import karst.lookup.MatchType;
import karst.type.IpAddress;
import karst.type.WildcardPattern;
import karst.vector.StringVector;
import karst.vector.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** An index finds what comparing every cell finds. */
class LookupIndexTest {
  private static Vector texts(List<String> values) {
    StringVector.Builder builder = new StringVector.Builder(values.size());
    values.forEach(builder::append);
    return builder.build();
  }

  private static LookupIndex index(List<String> cells, MatchType type) {
    return new LookupIndex(List.of(texts(cells)), List.of(type), cells.size(), false);
  }

  @Property(tries = 200)
  void ofPatterns(@ForAll("patterns") List<String> cells, @ForAll("texts") String value) {
    int[] expected =
        IntStream.range(0, cells.size())
            .filter(row -> WildcardPattern.compile(cells.get(row), false).matches(value))
            .toArray();
    assertArrayEquals(expected, index(cells, MatchType.WILDCARD).rows(List.of(value)));
  }

  @Property(tries = 200)
  void ofSubnets(@ForAll("subnets") List<String> cells, @ForAll("addresses") String value) {
    IpAddress address = IpAddress.parse(value);
    int[] expected =
        IntStream.range(0, cells.size())
            .filter(row -> address != null && CidrBlock.parse(cells.get(row)).contains(address))
            .toArray();
    assertArrayEquals(expected, index(cells, MatchType.CIDR).rows(List.of(value)));
  }

  @Test
  void ofPatternsAmongEqualExactKeys() {
    List<String> hosts = IntStream.range(0, 100).mapToObj(i -> "h" + i % 2).toList();
    List<String> patterns = IntStream.range(0, 100).mapToObj(i -> "*x" + i + "*").toList();
    LookupIndex index =
        new LookupIndex(
            List.of(texts(hosts), texts(patterns)),
            List.of(MatchType.EXACT, MatchType.WILDCARD),
            100,
            true);
    assertArrayEquals(new int[] {7, 77}, index.rows(List.of("h1", "ax77b")));
    assertEquals(0, index.rows(List.of("H1", "ax77b")).length);
  }

  @Provide
  static Arbitrary<List<String>> patterns() {
    return Arbitraries.strings().withChars("aAb*").ofMaxLength(7).list().ofMaxSize(40);
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aAbB").ofMaxLength(9);
  }

  @Provide
  static Arbitrary<List<String>> subnets() {
    return Arbitraries.oneOf(
            Combinators.combine(addresses(4), Arbitraries.integers().between(0, 32))
                .as((address, bits) -> address + "/" + bits),
            Combinators.combine(addresses(6), Arbitraries.integers().between(0, 128))
                .as((address, bits) -> address + "/" + bits),
            addresses())
        .list()
        .ofMaxSize(40);
  }

  @Provide
  static Arbitrary<String> addresses() {
    return Arbitraries.oneOf(addresses(4), addresses(6));
  }

  private static Arbitrary<String> addresses(int version) {
    return version == 4
        ? Arbitraries.of("10.0.0.1", "10.0.128.1", "10.128.0.1", "138.0.0.1", "255.255.255.255")
        : Arbitraries.of("::", "::1", "2001:db8::1", "2001:db8:8000::1", "a001:db8::8000:0:0:1");
  }
}
