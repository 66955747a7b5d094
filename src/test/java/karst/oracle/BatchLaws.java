package karst.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import karst.BatchResult;
import karst.Engine;
import karst.Result;
import karst.exec.Limits;
import karst.source.SplException;
import karst.table.Table;
import karst.table.Tables;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Searches that run together answer what each answers alone. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class BatchLaws {
  /** Searches over one table. */
  record Batch(TestTable table, List<String> searches) {
    Batch {
      searches = List.copyOf(searches);
    }

    /** Returns the searches with their table, for a falsified law to print. */
    @Override
    public String toString() {
      return table.script() + "\n" + String.join("\n", searches) + "\n";
    }
  }

  @Property
  void overATableInMemory(@ForAll("batches") Batch batch) {
    together(batch, batch.table().inMemory(), Limits.defaults());
    together(batch, batch.table().inMemory(), Limits.defaults().withBatchSize(2));
  }

  @Property(tries = 60)
  void overATableInAFile(@ForAll("batches") Batch batch) throws IOException {
    Batch flat = new Batch(batch.table().flat(), batch.searches());
    Path file = Files.createTempFile("table", ".csv");
    try {
      Table table = flat.table().inFile(file);
      together(flat, table, Limits.defaults().withBatchSize(2).withThreads(2));
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 100)
  void overALoadedTable(@ForAll("batches") Batch batch) throws IOException {
    Batch flat = new Batch(batch.table().flat(), batch.searches());
    Path file = Files.createTempFile("table", ".csv");
    try {
      Table table = Tables.load(flat.table().inFile(file), 1);
      together(flat, table, Limits.defaults());
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 20)
  void withTooLittleMemoryToShareAnything(@ForAll("batches") Batch batch) throws IOException {
    Batch flat = new Batch(batch.table().flat(), batch.searches());
    Path file = Files.createTempFile("table", ".csv");
    try {
      // A quarter of it is for shared rows.
      Limits limits = Limits.defaults().withMaxMemory(3000);
      together(flat, flat.table().inFile(file), limits);
      together(flat, flat.table().inMemory(), limits);
    } finally {
      Files.delete(file);
    }
  }

  private static void together(Batch batch, Table table, Limits limits) {
    Engine engine = Trial.builder(table).limits(limits).build();
    List<String> alone = new ArrayList<>();
    for (String search : batch.searches()) {
      alone.add(answer(() -> engine.prepare(search).run()));
    }
    List<String> together = new ArrayList<>();
    try (BatchResult results = engine.prepareAll(batch.searches()).run()) {
      results.forEach(result -> together.add(answer(() -> result)));
    }
    assertEquals(alone, together, batch::toString);
  }

  private interface Run {
    Result start();
  }

  private static String answer(Run run) {
    try {
      return Answer.of(run.start()).toString();
    } catch (SplException fault) {
      return fault.render();
    }
  }

  @Provide
  static Arbitrary<Batch> batches() {
    return Arbitraries.oneOf(
        batches(
            AnyTable.general(),
            Arbitraries.oneOf(filtered(), AnySample.pipelines().map(Sample::spl))),
        batches(AnyTable.processes(), AnySample.dataModels().map(Sample::spl)));
  }

  private static Arbitrary<Batch> batches(Arbitrary<TestTable> tables, Arbitrary<String> searches) {
    return Combinators.combine(tables, searches.list().ofMinSize(2).ofMaxSize(5)).as(Batch::new);
  }

  private static Arbitrary<String> filtered() {
    return new AnySearch(AnyCommand.FIELDS).terms(2).map(term -> "| from t | search " + term);
  }
}
