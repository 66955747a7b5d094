package karst.oracle;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates search expressions over some fields. */
final class AnySearch {
  private static final List<String> PATTERNS =
      List.of(
          "*",
          "x*",
          "*Y",
          "*x*",
          "*\\*",
          "*\\\\x",
          "**",
          "a*b",
          "10.*",
          "10.0.0.0/8",
          "10.0.0.0/33",
          "1*",
          "é*",
          "unknown",
          "cmd*",
          "h1");

  private static final List<String> KEYWORDS =
      List.of(
          "*",
          "x",
          "error",
          "err*",
          "\"disk x\"",
          "Temp",
          "*emp*",
          "é",
          "nothing",
          "CASE(error)",
          "CASE(X)",
          "TERM(y)",
          "TERM(errors=x*)");

  private final List<String> fields;

  AnySearch(List<String> fields) {
    this.fields = List.copyOf(fields);
  }

  /** Returns expressions nested to a depth. */
  Arbitrary<String> terms(int depth) {
    if (depth == 0) {
      return Arbitraries.frequencyOf(
          Tuple.of(6, comparisons()), Tuple.of(2, lists()), Tuple.of(1, Arbitraries.of(KEYWORDS)));
    }
    Arbitrary<String> inner = terms(depth - 1);
    Arbitrary<String> both =
        Combinators.combine(inner, Arbitraries.of(" ", " AND ", " OR "), inner)
            .as((left, operator, right) -> left + operator + right);
    return Arbitraries.frequencyOf(
        Tuple.of(3, inner),
        Tuple.of(3, both),
        Tuple.of(1, both.map(term -> "(" + term + ")")),
        Tuple.of(1, both.map(term -> "NOT (" + term + ")")),
        Tuple.of(1, inner.map(term -> "NOT " + term)));
  }

  private Arbitrary<String> comparisons() {
    return Combinators.combine(
            Arbitraries.of(fields),
            Arbitraries.of("=", "=", "=", "!=", "!=", "<", "<=", ">", ">="),
            values())
        .as((field, operator, value) -> field + operator + value);
  }

  private Arbitrary<String> lists() {
    return Combinators.combine(Arbitraries.of(fields), values().list().ofMinSize(1).ofMaxSize(3))
        .as((field, values) -> field + " IN (" + String.join(", ", values) + ")");
  }

  private static Arbitrary<String> values() {
    List<String> all = new ArrayList<>(PATTERNS);
    all.addAll(AnyTable.TEXTS);
    all.addAll(AnyTable.NUMBERS);
    List<String> written = new ArrayList<>();
    for (String text : all) {
      written.add(quoted(text));
      if (text.matches("[\\w*.]+") && !text.equals("null")) {
        written.add(text);
      }
      if (!text.isEmpty() && text.matches("\\w+")) {
        written.add("CASE(" + text + ")");
      }
    }
    return Arbitraries.of(written);
  }

  /** Returns a text in double quotes. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
