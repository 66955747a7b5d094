package karst.function.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import karst.function.Accumulator;
import karst.function.AggregateContext;
import karst.function.AggregateFunction;
import karst.type.Numbers;
import karst.type.SplType;
import karst.vector.Dictionary;
import karst.vector.Selection;
import karst.vector.Vector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class AggregateFunctionLawsTest {
  private static final int GROUPS = 4;
  private static final List<String> TEXTS =
      List.of("", "a", "B", "é", "5", "05", "5.0", "-1.50", "12", "100", "nan", "x y");

  /** State of parts merged in order = state of the whole, groups numbered differently or not. */
  @Property(tries = 200)
  void splitAndMergedIsWhole(@ForAll long seed) {
    Random random = new Random(seed);
    int rows = random.nextInt(200);
    Vector argument = column(rows, random);
    Vector time = times(rows, random);
    int[] groups = groups(rows, random);
    for (AggregateFunction function : AggregateFunctions.all()) {
      boolean allNumbers = random.nextInt(5) == 0;
      AggregateContext context = new AggregateContext(SplType.DYNAMIC, 75, allNumbers);
      Accumulator whole = function.accumulator(context);
      whole.add(groups, GROUPS, argument, time, rows);
      int shift = random.nextInt(GROUPS);
      Accumulator merged = function.accumulator(context);
      for (int from = 0; from < rows; ) {
        int size = 1 + random.nextInt(rows - from);
        Accumulator part = function.accumulator(context);
        add(part, argument, time, shifted(groups, shift), from, size);
        merged.merge(part, back(shift), GROUPS);
        from += size;
      }
      assertSame(function, whole.result(GROUPS), merged.result(GROUPS));
    }
  }

  private static void add(
      Accumulator accumulator, Vector argument, Vector time, int[] groups, int from, int size) {
    Selection part = Selection.range(from, size);
    int[] partGroups = Arrays.copyOfRange(groups, from, from + size);
    accumulator.add(partGroups, GROUPS, argument.gather(part), time.gather(part), size);
  }

  private static int[] shifted(int[] groups, int shift) {
    return Arrays.stream(groups).map(group -> group < 0 ? -1 : (group + shift) % GROUPS).toArray();
  }

  private static int[] back(int shift) {
    int[] back = new int[GROUPS];
    for (int group = 0; group < GROUPS; group++) {
      back[(group + shift) % GROUPS] = group;
    }
    return back;
  }

  /** The result does not depend on how the column is stored, nor on the size of batches. */
  @Property(tries = 200)
  void encodingAndBatchesDoNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    int rows = random.nextInt(100);
    List<@Nullable Object> values = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      boolean isNull = random.nextInt(5) == 0;
      values.add(isNull ? null : TEXTS.get(random.nextInt(TEXTS.size())));
    }
    Vector time = times(rows, random);
    int[] groups = groups(rows, random);
    List<Vector> encodings =
        List.of(
            Columns.flat(values), Columns.coded(values, new Dictionary()), Columns.lists(values));
    for (AggregateFunction function : AggregateFunctions.all()) {
      AggregateContext context = new AggregateContext(SplType.DYNAMIC, 75, false);
      Accumulator expected = function.accumulator(context);
      expected.add(groups, GROUPS, encodings.get(0), time, rows);
      for (Vector encoding : encodings) {
        Accumulator batched = function.accumulator(context);
        for (int from = 0; from < rows; ) {
          int size = 1 + random.nextInt(rows - from);
          add(batched, encoding, time, groups, from, size);
          from += size;
        }
        assertSame(function, expected.result(GROUPS), batched.result(GROUPS));
      }
    }
  }

  private static void assertSame(AggregateFunction function, Vector expected, Vector actual) {
    for (int group = 0; group < GROUPS; group++) {
      String left = Columns.show(expected, group);
      String right = Columns.show(actual, group);
      if (!left.equals(right) && Numbers.isNumber(left) && Numbers.isNumber(right)) {
        double number = Numbers.parse(left);
        assertEquals(number, Numbers.parse(right), 1e-9 * (1 + Math.abs(number)));
      } else {
        assertEquals(left, right, function.name());
      }
    }
  }

  private static int[] groups(int rows, Random random) {
    int[] groups = new int[rows];
    for (int row = 0; row < rows; row++) {
      groups[row] = random.nextInt(GROUPS + 1) - 1;
    }
    return groups;
  }

  private static Vector times(int rows, Random random) {
    List<@Nullable Object> times = new ArrayList<>();
    boolean gaps = random.nextBoolean();
    for (int row = 0; row < rows; row++) {
      times.add(gaps && random.nextInt(4) == 0 ? null : (Object) (double) random.nextInt(20));
    }
    return Columns.flat(times);
  }

  private static Vector column(int rows, Random random) {
    if (random.nextInt(8) == 0) {
      return Columns.constant(value(random.nextInt(5), random), rows);
    }
    int kind = random.nextInt(6);
    boolean nulls = random.nextBoolean();
    List<@Nullable Object> values = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int one = kind == 5 ? random.nextInt(5) : kind;
      values.add(nulls && random.nextInt(4) == 0 ? null : value(one, random));
    }
    return kind == 1 && random.nextBoolean()
        ? Columns.coded(values, new Dictionary())
        : Columns.of(values);
  }

  private static Object value(int kind, Random random) {
    return switch (kind) {
      case 0 -> (double) random.nextInt(30) / 4;
      case 1 -> TEXTS.get(random.nextInt(TEXTS.size()));
      case 2 -> random.nextBoolean();
      case 3 -> List.of(value(1, random), value(1, random));
      default -> List.of(value(0, random), value(1, random), value(0, random));
    };
  }
}
