package karst.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is appended comes out, whatever vector it is built into. */
class VectorBuilderProperties {
  @Property(tries = 200)
  void whatIsAppendedComesOut(@ForAll("values") List<@Nullable Object> values) {
    assertHolds(values, build(values));
  }

  @Property(tries = 200)
  void gatheringAndAppendingAgainChangesNothing(@ForAll("values") List<@Nullable Object> values) {
    Vector built = build(values);
    VectorBuilder again = new VectorBuilder(0);
    again.appendAll(built.gather(Selection.all(values.size())));
    assertHolds(values, again.build());
  }

  @Property(tries = 100)
  void valuesOfOneKindMakeNoMixedVector(@ForAll List<String> texts) {
    VectorBuilder builder = new VectorBuilder(1);
    texts.forEach(builder::append);
    builder.appendNull();
    assertFalse(builder.build() instanceof MixedVector);
  }

  @Provide
  Arbitrary<List<@Nullable Object>> values() {
    Arbitrary<Object> single =
        Arbitraries.oneOf(
            Arbitraries.of((Object) "", "a", "zoë", "💥"),
            Arbitraries.of((Object) 0.0, -1.5, 1e300),
            Arbitraries.of((Object) true, false));
    Arbitrary<Object> list =
        Arbitraries.of((Object) "x", "y").list().ofMinSize(2).ofMaxSize(3).map(l -> (Object) l);
    return Arbitraries.oneOf(single, list).injectNull(0.2).list().ofMaxSize(80);
  }

  private static Vector build(List<@Nullable Object> values) {
    VectorBuilder builder = new VectorBuilder(2);
    for (Object value : values) {
      if (value == null) {
        builder.appendNull();
      } else if (value instanceof String text) {
        builder.append(text);
      } else if (value instanceof Double number) {
        builder.append(number);
      } else if (value instanceof Boolean truth) {
        builder.append(truth);
      } else {
        StringVector list =
            StringVector.of(((List<?>) value).stream().map(String::valueOf).toArray(String[]::new));
        builder.appendList(list, 0, list.size());
      }
    }
    return builder.build();
  }

  private static void assertHolds(List<@Nullable Object> values, Vector vector) {
    assertEquals(values.size(), vector.size());
    for (int row = 0; row < values.size(); row++) {
      Object value = values.get(row);
      assertEquals(value == null, vector.isNull(row));
      if (value instanceof String text) {
        assertEquals(text, vector.textAt(row));
      } else if (value instanceof Double number) {
        assertEquals(number, vector.numberAt(row));
      } else if (value instanceof Boolean truth) {
        assertEquals(truth, vector.booleanAt(row));
      } else if (value instanceof List<?> list) {
        assertEquals(
            String.join("\n", list.stream().map(String::valueOf).toList()),
            TextOf.row(vector, row));
      }
    }
  }
}
