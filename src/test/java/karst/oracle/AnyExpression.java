package karst.oracle;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates eval expressions: values, numbers to calculate with, and conditions. */
final class AnyExpression {
  private static final List<String> REGEXES =
      List.of("x", "^x", "(?i)X$", "\\\\d+", "[xy]", "\\\\\\\\", "a|b", "^$", ".");

  private static final List<String> LIKES = List.of("x%", "%y", "_", "%", "x_y", "", "%.%", "X");

  private final Arbitrary<String> fields;

  AnyExpression(List<String> fields) {
    this.fields = Arbitraries.of(fields);
  }

  /** Returns expressions that a field can hold the value of, nested to a depth. */
  Arbitrary<String> values(int depth) {
    Arbitrary<String> texts = Arbitraries.of(AnyTable.TEXTS).map(AnySearch::quoted);
    if (depth == 0) {
      return Arbitraries.oneOf(fields, fields, fields, literals(), texts, numberTexts());
    }
    Arbitrary<String> inner = values(depth - 1);
    Arbitrary<String> condition = conditions(depth - 1);
    return Arbitraries.oneOf(
        inner,
        numbers(depth),
        numbers(depth),
        binary(inner, " . ", inner),
        binary(inner, " + ", inner),
        call("coalesce", inner, inner),
        call("nullif", inner, inner),
        call("max", inner, inner),
        call("min", inner, inner),
        call("if", condition, inner, inner),
        call("case", condition, inner, condition, inner),
        call("validate", condition, inner),
        call("lower", inner),
        call("upper", inner),
        call("trim", inner),
        call("tostring", inner),
        call("substr", inner, Arbitraries.of("1", "2", "0", "-2", "-9")),
        call(
            "substr",
            inner,
            Arbitraries.of("1", "0", "-2"),
            Arbitraries.of("1", "2", "9", "0", "-2")),
        call("replace", inner, quoted(REGEXES), Arbitraries.of("\"-\"", "\"<\\0>\"", "\"\"")),
        call("split", inner, Arbitraries.of("\"\"", "\",\"", "\"x\"", "\".\"")),
        call("mvindex", inner, Arbitraries.of("0", "1", "-1", "-3")),
        call("mvindex", inner, Arbitraries.of("0", "1", "-2"), Arbitraries.of("1", "-1", "5")),
        call("mvjoin", inner, Arbitraries.of("\"\"", "\", \"")),
        call("mvappend", inner, inner),
        call("mvdedup", inner),
        call("mvsort", inner),
        call("mvmap", fields, inner),
        fields.map(field -> "mvfilter(" + field + "!=\"x\" AND len(" + field + ")<3)"),
        call("strftime", numbers(depth - 1), Arbitraries.of("\"%Y-%m-%d %H:%M:%S\"", "\"%s\"")),
        call("null"));
  }

  /** Returns expressions that may stand beside a sign of arithmetic. */
  Arbitrary<String> numbers(int depth) {
    if (depth == 0) {
      return Arbitraries.oneOf(fields, literals());
    }
    Arbitrary<String> inner = numbers(depth - 1);
    Arbitrary<String> any = values(depth - 1);
    return Arbitraries.oneOf(
        inner,
        Combinators.combine(inner, Arbitraries.of(" - ", " * ", " / ", " % "), inner)
            .as((left, operator, right) -> "(" + left + operator + right + ")"),
        inner.map(number -> "-" + number),
        call("tonumber", fields),
        call("sum", fields, inner),
        call("avg", fields, fields, inner),
        call("len", any),
        call("mvcount", any),
        call("abs", inner),
        call("floor", inner),
        call("ceil", inner),
        call("round", inner),
        call("round", inner, Arbitraries.of("0", "1", "2")),
        call("relative_time", inner, Arbitraries.of("\"-1d@d\"", "\"+1h\"")));
  }

  /** Returns conditions nested to a depth. */
  Arbitrary<String> conditions(int depth) {
    if (depth == 0) {
      return Arbitraries.oneOf(
          binary(values(0), Arbitraries.of("=", "!=", "<", "<=", ">", ">=", " == "), values(0)),
          fields.map(field -> "isnull(" + field + ")"),
          fields.map(field -> "isnotnull(" + field + ")"),
          call("like", fields, quoted(LIKES)),
          call("match", fields, quoted(REGEXES)),
          call("isnum", fields),
          Combinators.combine(fields, quoted(LIKES)).as((f, like) -> f + " LIKE " + like),
          call("in", fields, values(0), values(0)),
          Combinators.combine(fields, values(0).list().ofMinSize(1).ofMaxSize(3))
              .as((field, items) -> field + " IN (" + String.join(", ", items) + ")"),
          Arbitraries.of("true()", "false()"));
    }
    Arbitrary<String> inner = conditions(depth - 1);
    Arbitrary<String> value = values(depth - 1);
    return Arbitraries.oneOf(
        inner,
        binary(value, Arbitraries.of("=", "!=", "<", ">="), value).map(c -> "(" + c + ")"),
        binary(inner, Arbitraries.of(" AND ", " OR ", " XOR ", " and "), inner),
        binary(inner, Arbitraries.of(" AND ", " OR "), inner).map(c -> "(" + c + ")"),
        inner.map(condition -> "NOT (" + condition + ")"));
  }

  private static Arbitrary<String> literals() {
    return Arbitraries.of("0", "1", "2", "10", "0.5", "2.50", "1000", "1e3");
  }

  private static Arbitrary<String> numberTexts() {
    return Arbitraries.of(AnyTable.NUMBERS).map(AnySearch::quoted);
  }

  private static Arbitrary<String> quoted(List<String> texts) {
    return Arbitraries.of(texts).map(text -> "\"" + text + "\"");
  }

  private static Arbitrary<String> binary(
      Arbitrary<String> left, String operator, Arbitrary<String> right) {
    return binary(left, Arbitraries.just(operator), right).map(both -> "(" + both + ")");
  }

  private static Arbitrary<String> binary(
      Arbitrary<String> left, Arbitrary<String> operators, Arbitrary<String> right) {
    return Combinators.combine(left, operators, right).as((a, operator, b) -> a + operator + b);
  }

  @SafeVarargs
  private static Arbitrary<String> call(String function, Arbitrary<String>... arguments) {
    return Combinators.combine(List.of(arguments))
        .as(texts -> function + "(" + String.join(", ", texts) + ")");
  }
}
