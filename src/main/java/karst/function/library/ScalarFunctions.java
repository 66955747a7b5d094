package karst.function.library;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

  /** Returns the functions that no expression can name: those of operators and of commands. */
  public static List<ScalarFunction> ofCommands() {
    return Stream.of(
            EvalOperators.all(),
            SearchPredicates.all(),
            BucketFunctions.all(),
            ConvertFunctions.all(),
            ExtractionFunctions.all(),
            FieldTextFunctions.all(),
            List.of(
                TotalFunction.TOTAL,
                SignificantDigits.COUNT,
                SignificantDigits.DECIMALS,
                SignificantDigits.ROUND,
                SignificantDigits.ROUND_DECIMALS,
                RowJsonFunction.OBJECT,
                EventTextFunctions.ABSTRACT,
                EventTextFunctions.AGO,
                EventTextFunctions.ENTRIES,
                EventTextFunctions.NAMES_WHERE,
                EventTextFunctions.XML_ESCAPED,
                EventTextFunctions.XML_UNESCAPED,
                EventTextFunctions.XPATH))
        .flatMap(List::stream)
        .toList();
  }

  /** Returns all eval functions by name. */
  public static ScalarFunctionTable table() {
    return new ScalarFunctionTable(TOPICS);
  }
}
