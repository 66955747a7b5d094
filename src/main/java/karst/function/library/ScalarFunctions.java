package karst.function.library;

import java.util.List;
import java.util.function.Supplier;
import karst.function.ScalarFunction;
import karst.function.ScalarFunctionTable;

/** All eval functions. */
public final class ScalarFunctions {
  private static final List<Supplier<List<ScalarFunction>>> TOPICS =
      List.of(
          () -> ConditionalFunctions.ALL,
          () -> InformationFunctions.ALL,
          () -> ConversionFunctions.ALL,
          () -> TextFunctions.ALL,
          () -> RegexFunctions.ALL,
          () -> MathFunctions.ALL,
          () -> StatisticFunctions.ALL,
          () -> TrigonometryFunctions.ALL,
          () -> BitFunctions.ALL,
          () -> CryptoFunctions.ALL,
          () -> TimeFunctions.ALL,
          () -> MultivalueFunctions.ALL,
          () -> JsonFunctions.ALL,
          () -> JsonEditFunctions.ALL);

  private ScalarFunctions() {}

  /** Returns all eval functions, topic by topic. */
  public static List<ScalarFunction> all() {
    return table().functions();
  }

  /** Returns all eval functions by name. */
  public static ScalarFunctionTable table() {
    return new ScalarFunctionTable(TOPICS);
  }
}
