package karst.oracle;

import java.util.List;
import karst.command.OptionSpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates what a synopsis names in angle brackets, and values of options. */
final class AnyArgument {
  private static final AnySearch SEARCHES = new AnySearch(AnyCommand.FIELDS);
  private static final AnyExpression EXPRESSIONS = new AnyExpression(AnyCommand.FIELDS);

  private AnyArgument() {}

  /** Returns what stands for a name; a word where the name is not known. */
  static Arbitrary<String> named(String name) {
    if (name.endsWith("field")) {
      return Arbitraries.of(AnyCommand.FIELDS);
    }
    return switch (name) {
      case "table" -> Arbitraries.just("t");
      case "name", "target" -> Arbitraries.of("y", "z", "s", "\"a b\"", "a.b");
      case "count", "low" -> Arbitraries.of("0", "1", "2", "3");
      case "high", "number" -> Arbitraries.of("1", "5", "10", "1000.5");
      case "bool" -> Arbitraries.of("true", "f", "0");
      case "expression" -> Arbitraries.oneOf(EXPRESSIONS.values(1), EXPRESSIONS.conditions(1));
      case "condition" -> EXPRESSIONS.conditions(1);
      case "search expression" -> SEARCHES.terms(1);
      case "aggregation" -> AnyAggregation.one(AnyAggregation.FUNCTIONS, AnyCommand.FIELDS);
      case "function" -> Arbitraries.of("auto", "ctime", "num", "rmcomma", "rmunit", "memk");
      case "regex" ->
          Arbitraries.of(
              "\"(?<y>x)\"", "\"(?<s>[xy]+)\"", "\"x|(?<z>\\\\d+)\"", "\"^$\"", "\"(.)\"");
      case "script" -> Arbitraries.of("\"s/x/y/g\"", "\"s/(.)x/\\1/\"", "\"y/xy/yx/\"");
      case "format" -> Arbitraries.of("\"%Y\"", "\"%s\"", "\"%F %T\"");
      case "span" -> Arbitraries.of("1h", "1d", "10", "0.5", "5m", "1mon");
      case "subsearch" -> Arbitraries.of("| from t | head 2", "| from t | fields s, n | dedup s");
      case "template" ->
          Arbitraries.of("eval y='<<FIELD>>'", "eval <<FIELD>>='<<FIELD>>'.\"!\"", "eval z=s");
      case "commands" -> Arbitraries.of("head 1", "stats count by s", "search s=x | dedup t");
      default -> texts();
    };
  }

  /** Returns values of an option. */
  static Arbitrary<String> value(OptionSpec option) {
    return switch (option.type()) {
      case BOOLEAN -> Arbitraries.of("true", "false", "t", "0");
      case INTEGER -> Arbitraries.of("0", "1", "2", "3", "100");
      case NUMBER -> Arbitraries.of("0", "1", "2.5", "-1");
      case TEXT -> texts();
      case SPAN -> named("span");
      case FIELD -> named("field");
      case ENUM -> Arbitraries.of(option.choices());
    };
  }

  private static Arbitrary<String> texts() {
    List<String> quoted = AnyTable.TEXTS.stream().map(AnySearch::quoted).toList();
    return Arbitraries.oneOf(
        Arbitraries.of(quoted), Arbitraries.of("x", "y", "0", "1", "x*", "\"*\"", "\",\""));
  }
}
