package karst.function.library;

import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;
import static karst.type.SplType.multivalue;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import karst.function.Compiled;
import karst.function.Kernels;
import karst.function.ListBuilder;
import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.SplRegex;
import karst.type.WildcardReplacement;
import karst.vector.StringVector;
import karst.vector.Vector;

/**
 * What the commands {@code makemv}, {@code nomv}, {@code mvexpand}, {@code replace} and {@code
 * rangemap} do to a field (spl-semantics §6.1).
 */
public final class FieldTextFunctions {
  private static final Compiled<SplRegex> REGEX = new Compiled<>("regex", SplRegex::compile);

  /** The parts of each value between delimiters; the empty ones only if wanted. */
  public static final ScalarFunction PARTS =
      ScalarFunction.named("parts", "Parts of each value between delimiters")
          .param("values", DYNAMIC)
          .param("delimiter", STRING)
          .param("empty", DYNAMIC)
          .returns(multivalue(STRING))
          .multivalue(MultivaluePolicy.WHOLE)
          .kernel(Kernels.values(FieldTextFunctions::parts));

  /** What the first group of a regular expression matches in each match in each value. */
  public static final ScalarFunction TOKENS =
      ScalarFunction.named("tokens", "What a group matches in each match")
          .param("values", DYNAMIC)
          .param("regex", STRING)
          .returns(multivalue(STRING))
          .multivalue(MultivaluePolicy.WHOLE)
          .kernel(Kernels.values(FieldTextFunctions::tokens));

  /** All values as one text. */
  public static final ScalarFunction JOINED =
      ScalarFunction.named("joined", "Values as one text with a delimiter between")
          .param("values", DYNAMIC)
          .param("delimiter", STRING)
          .returns(STRING)
          .multivalue(MultivaluePolicy.WHOLE)
          .kernel(Kernels.text(FieldTextFunctions::joined));

  /** The first values. */
  public static final ScalarFunction FIRST_VALUES =
      ScalarFunction.named("first_values", "A number of values from the first on")
          .param("values", DYNAMIC)
          .param("count", NUMBER)
          .returns(multivalue(DYNAMIC))
          .multivalue(MultivaluePolicy.WHOLE)
          .kernel(Kernels.values(FieldTextFunctions::firstValues));

  /**
   * What takes the place of a value by the first pattern that is like it, else the value. Patterns
   * and replacements are constants.
   */
  public static final ScalarFunction REPLACED =
      ScalarFunction.named("replace_value", "The value, or what takes its place")
          .param("value", STRING)
          .rest("pattern, replacement", STRING)
          .returns(STRING)
          .multivalue(MultivaluePolicy.EACH)
          .kernel((arguments, rows, context) -> replaced(arguments, rows));

  /** The names of the ranges that a number is in, else a default. */
  public static final ScalarFunction RANGES =
      ScalarFunction.named("range_names", "Names of the ranges that a number is in")
          .param("value", NUMBER)
          .param("default", STRING)
          .rest("name, low, high", DYNAMIC)
          .returns(multivalue(STRING))
          .nulls(NullPolicy.CALLED)
          .kernel(Kernels.values(NullPolicy.CALLED, FieldTextFunctions::ranges));

  private FieldTextFunctions() {}

  private static void parts(Row row, ListBuilder out) {
    String delimiter = row.text(1);
    boolean keepsEmpty = row.elements(2).booleanAt(row.from(2));
    for (int i = row.from(0); i < row.to(0); i++) {
      String text = Row.textOf(row.elements(0), i);
      int from = 0;
      while (from <= text.length()) {
        int at = text.indexOf(delimiter, from);
        int to = at < 0 ? text.length() : at;
        if (to > from || keepsEmpty) {
          out.add(text.substring(from, to));
        }
        from = to + delimiter.length();
      }
    }
  }

  private static void tokens(Row row, ListBuilder out) {
    SplRegex regex = REGEX.of(row, 1);
    for (int i = row.from(0); regex != null && i < row.to(0); i++) {
      SplRegex.Match match = regex.matcher(Row.textOf(row.elements(0), i));
      while (match.next()) {
        String token = match.group(1);
        if (token != null) {
          out.add(token);
        }
      }
    }
  }

  private static String joined(Row row) {
    StringJoiner joined = new StringJoiner(row.text(1));
    for (int i = row.from(0); i < row.to(0); i++) {
      joined.add(Row.textOf(row.elements(0), i));
    }
    return joined.toString();
  }

  private static void firstValues(Row row, ListBuilder out) {
    for (int i = row.from(0); i < row.to(0) && i - row.from(0) < row.number(1); i++) {
      out.add(row.elements(0), i);
    }
  }

  private static Vector replaced(List<Vector> arguments, int rows) {
    List<WildcardReplacement> replacements = new ArrayList<>();
    for (int i = 1; i + 1 < arguments.size() && rows > 0; i += 2) {
      replacements.add(
          WildcardReplacement.of(arguments.get(i).textAt(0), arguments.get(i + 1).textAt(0)));
    }
    StringVector.Builder out = new StringVector.Builder(rows);
    for (int row = 0; row < rows; row++) {
      boolean absent = arguments.get(0).isNull(row);
      out.append(absent ? null : replaced(arguments.get(0).textAt(row), replacements));
    }
    return out.build();
  }

  private static String replaced(String value, List<WildcardReplacement> replacements) {
    for (WildcardReplacement replacement : replacements) {
      String other = replacement.apply(value);
      if (other != null) {
        return other;
      }
    }
    return value;
  }

  private static void ranges(Row row, ListBuilder out) {
    boolean found = false;
    for (int i = 2; row.has(0) && i + 2 < row.count(); i += 3) {
      double value = row.number(0);
      if (row.number(i + 1) <= value && value <= row.number(i + 2)) {
        out.add(row.text(i));
        found = true;
      }
    }
    if (!found) {
      out.add(row.text(1));
    }
  }

  /** Returns all functions. */
  public static List<ScalarFunction> all() {
    return List.of(PARTS, TOKENS, JOINED, FIRST_VALUES, REPLACED, RANGES);
  }
}
