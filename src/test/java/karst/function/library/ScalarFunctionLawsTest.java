package karst.function.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import karst.function.MultivaluePolicy;
import karst.function.ScalarFunction;
import karst.function.Volatility;
import karst.type.SplType;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.Vector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class ScalarFunctionLawsTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "ab,c",
          "A%b_",
          "5",
          "-1.50",
          "1e3",
          "nan",
          "inf",
          " 5",
          "0x1F",
          "10.0.0.0/8",
          "10.1.2.3",
          "::1",
          "%5.2f",
          "%d%s",
          "%Y-%m-%d",
          "-1d@d",
          "7d",
          "hex",
          "commas",
          "duration",
          "(a|b",
          "^a(.*)$",
          "\\1",
          "ü😀",
          "%F0%9F",
          "true",
          "2020-01-02");
  private static final List<Double> NUMBERS =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.0,
          2.0,
          3.5,
          -2.555,
          16.0,
          1e15,
          9007199254740991.0,
          1e300,
          -1e300,
          4e-324,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NaN,
          1.7e9);

  /** One run over many rows = a run for each row; and no function throws on any typed input. */
  @Property(tries = 200)
  void aColumnIsItsRows(@ForAll long seed) {
    Random random = new Random(seed);
    for (ScalarFunction function : ScalarFunctions.all()) {
      if (!function.isSpecialForm()) {
        check(function, random);
      }
    }
  }

  private static void check(ScalarFunction function, Random random) {
    // A row of mvrange may hold a hundred thousand values: a few rows of it are enough.
    int rows = random.nextInt(function.name().equals("mvrange") ? 2 : 70);
    int most = Math.min(function.maxArguments(), function.parameters().size() + 2);
    int count = function.minArguments() + random.nextInt(most - function.minArguments() + 1);
    List<Vector> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arguments.add(column(function, function.parameter(i).type(), rows, random));
    }
    Vector whole = function.kernel().apply(arguments, rows, Calls.context());
    assertEquals(rows, whole.size(), function.name());
    if (function.volatility() == Volatility.ROW) {
      return;
    }
    for (int row = 0; row < rows; row++) {
      List<Vector> single = new ArrayList<>();
      for (Vector argument : arguments) {
        single.add(argument.gather(Selection.range(row, 1)));
      }
      Vector alone = function.kernel().apply(single, 1, Calls.context());
      int at = row;
      assertEquals(
          Columns.show(alone, 0),
          Columns.show(whole, row),
          () -> function.name() + " of " + single.stream().map(Columns::show).toList() + at);
    }
  }

  private static Vector column(ScalarFunction function, SplType type, int rows, Random random) {
    int kind =
        type.isNumeric()
            ? 0
            : type == SplType.STRING ? 1 : type == SplType.BOOLEAN ? 2 : random.nextInt(3);
    boolean lists =
        type == SplType.DYNAMIC
            && function.multivalue() == MultivaluePolicy.WHOLE
            && random.nextBoolean();
    if (random.nextInt(10) == 0) {
      return new NullVector(rows);
    }
    if (random.nextInt(4) == 0) {
      return Columns.constant(lists ? list(kind, random) : value(kind, random), rows);
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      boolean isNull = random.nextInt(6) == 0;
      values.add(isNull ? null : lists ? list(kind, random) : value(kind, random));
    }
    return lists ? Columns.lists(values) : Columns.flat(values);
  }

  private static List<Object> list(int kind, Random random) {
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      values.add(value(kind, random));
    }
    return values;
  }

  private static Object value(int kind, Random random) {
    return switch (kind) {
      case 0 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case 1 -> TEXTS.get(random.nextInt(TEXTS.size()));
      default -> random.nextBoolean();
    };
  }
}
