package karst.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import karst.Engine;
import karst.EngineBuilder;
import karst.Stage;
import karst.ast.Pipeline;
import karst.ast.Unparser;
import karst.exec.Limits;
import karst.macro.MacroDefinition;
import karst.macro.MacroLibrary;
import karst.optimize.Optimizer;
import karst.parse.Parser;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.table.Table;
import karst.table.Tables;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** How a search is written, stored and run does not change what it answers. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class EngineLaws {
  private static final Engine ENGINE = Engine.builder().build();

  @Property
  void optimizingChangesNoRow(@ForAll("samples") Sample sample) {
    Answer expected = Trial.unoptimized(sample.table(), sample.spl());
    Trial.engine(sample.table(), sample.spl()).mustEqual(expected, sample);
  }

  @Property(tries = 100)
  void noRuleOfTheOptimizerAloneChangesARow(@ForAll("samples") Sample sample) {
    Answer expected = Trial.unoptimized(sample.table(), sample.spl());
    Optimizer.ofEachRule()
        .forEach(
            (rule, optimizer) ->
                Trial.run(
                        Trial.builder(sample.table().inMemory()).optimizer(optimizer), sample.spl())
                    .mustEqual(expected, sample + rule));
  }

  @Property
  void theSizeOfBatchesChangesNoRow(@ForAll("samples") Sample sample) {
    Answer expected = Trial.engine(sample.table(), sample.spl());
    Trial.engine(sample.table(), sample.spl(), 1, 1).mustEqual(expected, sample);
    Trial.engine(sample.table(), sample.spl(), 3, 1).mustEqual(expected, sample);
  }

  @Property
  void theNumberOfThreadsChangesNoRow(@ForAll("samples") Sample sample) {
    Answer expected = Trial.engine(sample.table(), sample.spl(), 4096, 1);
    Trial.engine(sample.table(), sample.spl(), 3, 4).mustEqual(expected, sample);
  }

  @Property
  void aTableReadInPartsIsTheTable(@ForAll("samples") Sample sample) {
    Answer expected = Trial.engine(sample.table(), sample.spl());
    Limits limits = Limits.defaults().withBatchSize(2).withThreads(3);
    Table parted = new PartedTable(sample.table().inMemory());
    Trial.run(Trial.builder(parted).limits(limits), sample.spl()).mustEqual(expected, sample);
  }

  @Property
  void aTableInAFileIsTheTableInMemory(@ForAll("samples") Sample sample) {
    TestTable table = sample.table().flat();
    Answer expected = Trial.engine(table, sample.spl());
    Path file = temporaryFile();
    try {
      Trial.run(Trial.builder(table.inFile(file)), sample.spl()).mustEqual(expected, sample);
    } finally {
      delete(file);
    }
  }

  @Property
  void aLoadedTableIsTheFile(@ForAll("samples") Sample sample) {
    TestTable table = sample.table().flat();
    Path file = temporaryFile();
    try {
      Table read = table.inFile(file);
      Answer expected = Trial.run(Trial.builder(read), sample.spl());
      Trial.run(Trial.builder(Tables.load(read, 1)), sample.spl()).mustEqual(expected, sample);
    } finally {
      delete(file);
    }
  }

  /** The words of a search are looked for in the bytes of a file, but for an unoptimised one. */
  @Property
  void lookingForWordsInTheBytesOfAFileLosesNoRow(@ForAll("wordy") Sample sample) {
    Path file = temporaryFile();
    try {
      Table table = sample.table().inFile(file);
      Answer expected = Trial.run(Trial.builder(table).optimize(false), sample.spl());
      Trial.run(Trial.builder(table), sample.spl()).mustEqual(expected, sample);
    } finally {
      delete(file);
    }
  }

  @Property
  void aLookupThatIsWrittenReadsAsItWas(@ForAll("tables") TestTable table) throws IOException {
    TestTable flat = table.flat();
    Path folder = Files.createTempDirectory("lookups");
    try {
      String rows = "| from t | fields - _time, _raw";
      EngineBuilder engine = Trial.builder(flat.inMemory()).lookups(folder);
      Answer written = Trial.run(engine, rows + " | outputlookup create_empty=t out.csv");
      written.mustEqual(Trial.run(engine, rows), flat.script());
      Trial.run(engine, "| inputlookup out.csv").mustEqual(written, flat.script());
    } finally {
      Files.deleteIfExists(folder.resolve("out.csv"));
      Files.delete(folder);
    }
  }

  @Property
  void aMacroCallIsItsBody(@ForAll("pipelines") Sample sample) {
    String body = String.join(" | ", sample.commands());
    MacroLibrary macros =
        MacroLibrary.of(
            List.of(MacroDefinition.of("body", List.of("source"), "$source$ | " + body)));
    Answer called =
        Trial.run(Trial.builder(sample.table().inMemory()).macros(macros), "| `body(\"from t\")`");
    called.mustEqual(Trial.engine(sample.table(), sample.spl()), sample);
  }

  @Property
  void writingWhatWasReadIsAFixedPoint(@ForAll("samples") Sample sample) {
    String once = rewritten(sample.spl().replace("`security_content_summariesonly` ", ""));
    assertEquals(once, rewritten(once), sample::toString);
  }

  @Property
  void whatIsWrittenMeansWhatWasRead(@ForAll("pipelines") Sample sample) {
    Answer expected = Trial.engine(sample.table(), sample.spl());
    Trial.engine(sample.table(), rewritten(sample.spl())).mustEqual(expected, sample);
  }

  @Property
  void aBoundCommandWritesWhatItMeans(@ForAll("samples") Sample sample) {
    Engine engine = Trial.builder(sample.table().inMemory()).build();
    String bound = engine.prepare(sample.spl()).explain(Stage.BOUND);
    String spl = bound.contains("\n\n") ? bound.substring(0, bound.indexOf("\n\n")) : bound;
    Answer expected = Trial.engine(sample.table(), sample.spl());
    Trial.engine(sample.table(), spl).mustEqual(expected, sample + "\n" + spl);
  }

  private static String rewritten(String spl) {
    SourceMap text = SourceMap.identity(SourceText.of("<query>", spl));
    Pipeline pipeline = Parser.parsePipeline(text, ENGINE.commands());
    return Unparser.unparse(pipeline);
  }

  private static Path temporaryFile() {
    try {
      return Files.createTempFile("table", ".csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  static Arbitrary<TestTable> tables() {
    return AnyTable.general();
  }

  @Provide
  static Arbitrary<Sample> wordy() {
    return AnySample.wordy();
  }

  @Provide
  static Arbitrary<Sample> pipelines() {
    return AnySample.pipelines();
  }

  @Provide
  static Arbitrary<Sample> samples() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, AnySample.pipelines()),
        Tuple.of(2, AnySample.dataModels()),
        Tuple.of(1, AnySample.lookups()));
  }
}
