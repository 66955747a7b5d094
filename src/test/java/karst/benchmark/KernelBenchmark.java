package karst.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import karst.exec.hash.GroupTable;
import karst.type.SplRegex;
import karst.type.TextAutomaton;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.StringVector;
import karst.vector.TextSort;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The loops that searches over loaded tables spend their time in, over 20,000 command lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
  private static final int TEXTS = 20_000;
  private static final int ROWS = 1 << 16;

  private StringVector commands = StringVector.of();
  private int[] rows = new int[0];
  private TextAutomaton literals = TextAutomaton.of(List.of("x"));
  private SplRegex regex = SplRegex.compile("x");
  private DictionaryVector names = new DictionaryVector(new int[0], new Dictionary(), 0);
  private DictionaryVector hosts = names;

  /** Makes command lines and two coded columns. */
  @Setup
  public void prepare() throws IOException {
    Random random = new Random(1);
    List<Launch> launches = Launch.readAll();
    StringVector.Builder texts = new StringVector.Builder(TEXTS);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < TEXTS; i++) {
      text.setLength(0);
      Launch launch = launches.get(random.nextInt(launches.size()));
      launch.commandLine().append(text, random, "u" + i, "ws");
      texts.append(text.toString());
    }
    commands = texts.build();
    rows = new int[TEXTS];
    for (int i = 0; i < TEXTS; i++) {
      rows[i] = i;
    }
    literals = TextAutomaton.of(List.of("-enc", "downloadstring", "\\temp\\", "lsass", ".hta"));
    regex = SplRegex.compile("(?i)(downloadstring|invoke-webrequest|frombase64string)");
    names = coded(random, 50_000);
    hosts = coded(random, 2_000);
  }

  private static DictionaryVector coded(Random random, int distinct) {
    Dictionary dictionary = new Dictionary();
    for (int i = 0; i < distinct; i++) {
      byte[] name = ("name-" + i).getBytes(StandardCharsets.UTF_8);
      dictionary.intern(name, 0, name.length);
    }
    return new DictionaryVector(random.ints(ROWS, 0, distinct).toArray(), dictionary, ROWS);
  }

  /** Looks for several literals in one pass. */
  @Benchmark
  public List<BitSet> manyLiterals() {
    return literals.find(commands.heap(), commands.offsets(), commands.size());
  }

  /** Tells which texts a regular expression may match. */
  @Benchmark
  public BitSet literalsOfARegex() {
    return Objects.requireNonNull(
        regex.candidates(commands.heap(), commands.offsets(), commands.size()));
  }

  /** Sorts texts. */
  @Benchmark
  public int[] sortTexts() {
    int[] order = rows.clone();
    TextSort.sort(commands, order);
    return order;
  }

  /** Gives 65,536 rows of two keys their groups. */
  @Benchmark
  public int groupTuples() {
    GroupTable table = new GroupTable(2);
    table.assign(List.of(names, hosts), ROWS, new int[ROWS]);
    return table.size();
  }
}
