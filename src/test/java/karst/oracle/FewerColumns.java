package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * A generated table that shrinks to fewer columns, too, beside fewer rows and simpler cells, which
 * its own generator sees to.
 *
 * @param table what shrinks otherwise
 * @param dropped the columns that are left out so far
 */
record FewerColumns(Shrinkable<TestTable> table, List<String> dropped)
    implements Shrinkable<TestTable> {
  private static final int SIZE = 1000;

  /** Returns tables that drop columns as they shrink. */
  static Arbitrary<TestTable> of(Arbitrary<TestTable> tables) {
    RandomGenerator<TestTable> generator = tables.generator(SIZE);
    return Arbitraries.fromGenerator(random -> new FewerColumns(generator.next(random), List.of()));
  }

  @Override
  public TestTable value() {
    TestTable whole = table.value();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row : whole.rows()) {
      Map<String, Object> cells = new LinkedHashMap<>(row);
      dropped.forEach(cells::remove);
      rows.add(cells);
    }
    List<String> columns = new ArrayList<>(whole.columns());
    columns.removeAll(dropped);
    return new TestTable(whole.name(), columns, rows);
  }

  @Override
  public Stream<Shrinkable<TestTable>> shrink() {
    Stream<Shrinkable<TestTable>> fewer =
        value().columns().stream()
            .map(
                column -> {
                  List<String> more = new ArrayList<>(dropped);
                  more.add(column);
                  return new FewerColumns(table, List.copyOf(more));
                });
    return Stream.concat(fewer, table.shrink().map(other -> new FewerColumns(other, dropped)));
  }

  @Override
  public ShrinkingDistance distance() {
    return ShrinkingDistance.of(value().columns().size()).append(table.distance());
  }
}
