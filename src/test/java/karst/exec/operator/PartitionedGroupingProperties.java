package karst.exec.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import karst.exec.Limits;
import karst.exec.MemoryBudget;
import karst.exec.RunContext;
import karst.function.AggregateContext;
import karst.function.AggregateFunction;
import karst.function.AggregateFunctionTable;
import karst.function.library.AggregateFunctions;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Validity;
import karst.vector.Vector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class PartitionedGroupingProperties {
  private static final Schema INPUT =
      new Schema(
          List.of(
              new Column("text", SplType.STRING),
              new Column("number", SplType.NUMBER),
              new Column("value", SplType.STRING),
              new Column("time", SplType.NUMBER)));

  private static final AggregateFunctionTable FUNCTIONS =
      new AggregateFunctionTable(AggregateFunctions.all());

  @Property(tries = 300)
  void groupsAreThoseOfOneTable(
      @ForAll @IntRange(min = 1, max = 4) int parts,
      @ForAll @IntRange(min = 1, max = 3) int threads,
      @ForAll @IntRange(min = 1, max = 30) int variety,
      @ForAll boolean oneDictionary,
      @ForAll boolean byNumber,
      @ForAll long seed) {
    Random random = new Random(seed);
    AggregateNode node = node(byNumber ? List.of(0, 1) : List.of(0));
    Dictionary values = dictionary(variety);
    List<Batch> rows = new ArrayList<>();
    Dictionary keys = dictionary(variety);
    for (int part = 0; part < parts; part++) {
      keys = oneDictionary ? keys : dictionary(1 + random.nextInt(variety));
      rows.add(batch(random, variety, keys, values));
    }
    Grouping plain = new Grouping(node);
    rows.forEach(plain::add);
    RunContext context =
        new RunContext(
            Limits.defaults().withThreads(threads), 0, ZoneOffset.UTC, (done, total) -> {});
    MemoryBudget.Account memory = context.memory().open("the test");
    Batch partitioned = PartitionedGrouping.group(node, rows, context, memory);
    assertEquals(rows(plain.result()), rows(Objects.requireNonNull(partitioned)));
  }

  private static AggregateNode node(List<Integer> keys) {
    List<Column> columns = new ArrayList<>(keys.stream().map(INPUT::column).toList());
    List<AggregateNode.Call> calls = new ArrayList<>();
    String[] names = {"count", "dc", "min", "earliest", "sum", "list"};
    int[] arguments = {AggregateNode.NO_COLUMN, 2, 3, 3, 3, 3};
    for (int i = 0; i < names.length; i++) {
      AggregateFunction function = Objects.requireNonNull(FUNCTIONS.find(names[i])).function();
      SplType type = i == 1 ? SplType.STRING : SplType.NUMBER;
      calls.add(
          new AggregateNode.Call(
              function,
              new AggregateContext(type, Double.NaN, true),
              arguments[i],
              names[i].equals("earliest") ? 3 : AggregateNode.NO_COLUMN));
      columns.add(new Column(names[i], SplType.DYNAMIC));
    }
    return new AggregateNode(new ValuesNode(INPUT, 0), keys, calls, new Schema(columns));
  }

  private static Batch batch(Random random, int variety, Dictionary keys, Dictionary values) {
    int rows = random.nextInt(300);
    double[] numbers = new double[rows];
    long[] validity = Validity.none(rows);
    double[] times = new double[rows];
    int[] keyCodes = new int[rows];
    int[] valueCodes = new int[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = random.nextInt(variety) - variety / 2;
      times[row] = random.nextInt(1000) / 8.0;
      keyCodes[row] = random.nextInt(keys.size() + 1) - 1;
      valueCodes[row] = random.nextInt(values.size() + 1) - 1;
      if (random.nextInt(10) > 0) {
        Validity.set(validity, row);
      }
    }
    List<Vector> vectors =
        List.of(
            new DictionaryVector(keyCodes, keys, rows),
            new DoubleVector(numbers, validity, rows),
            new DictionaryVector(valueCodes, values, rows),
            new DoubleVector(times, null, rows));
    return Batch.of(INPUT, vectors, rows);
  }

  private static Dictionary dictionary(int size) {
    Dictionary dictionary = new Dictionary();
    for (int i = 0; i < size; i++) {
      byte[] text = Integer.toString(size / 2 - i).getBytes(StandardCharsets.UTF_8);
      dictionary.intern(text, 0, text.length);
    }
    return dictionary;
  }

  private static List<List<@Nullable String>> rows(Batch batch) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (int row = 0; row < batch.rowCount(); row++) {
      List<@Nullable String> cells = new ArrayList<>();
      for (int column = 0; column < batch.schema().size(); column++) {
        cells.add(TextOf.row(batch.packed(column), row));
      }
      rows.add(cells);
    }
    return rows;
  }
}
