package karst.function.library;

import static karst.function.Kernels.truth;
import static karst.function.NullPolicy.CALLED;
import static karst.function.ScalarFunction.named;
import static karst.type.SplType.BOOLEAN;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.STRING;

import java.util.List;
import karst.function.Kernels;
import karst.function.MultivaluePolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.JsonValue;
import karst.type.Numbers;
import karst.vector.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Functions that tell what a value is (spl-semantics §3.8).
 *
 * <p>A text that is a number counts as a number here, since that is how a field holds one. A quoted
 * literal does not, in SPL; only the planner can tell the two apart, and folds calls on literals.
 */
final class InformationFunctions {
  static final List<ScalarFunction> ALL =
      List.of(
          test("isarray", "Whether a text is a JSON array")
              .example("tostring(isarray(\"[1, 2]\"))", "True")
              .example("tostring(isarray(\"1, 2\"))", "False")
              .kernel(truth(CALLED, row -> json(row) instanceof JsonValue.Array)),
          test("isbool", "Whether a value is a truth value")
              .example("tostring(isbool(1 = 1))", "True")
              .kernel(truth(CALLED, row -> row.kind(0) == Kind.BOOLEAN)),
          test("isdouble", "Whether a value is a number with a fraction")
              .example("tostring(isdouble(2.5))", "True")
              .example("tostring(isdouble(2))", "False")
              .kernel(truth(CALLED, row -> isNumber(row) && !isWhole(row))),
          test("isint", "Whether a value is a whole number")
              .example("tostring(isint(5))", "True")
              .example("tostring(isint(5.5))", "False")
              .kernel(truth(CALLED, row -> isNumber(row) && isWhole(row))),
          test("ismv", "Whether there are two values or more")
              .example("tostring(ismv(split(\"a,b\", \",\")))", "True")
              .example("tostring(ismv(\"a\"))", "False")
              .kernel(truth(CALLED, row -> row.kind(0) == Kind.LIST)),
          test("isnotnull", "Whether there is a value")
              .example("tostring(isnotnull(\"\"))", "True")
              .kernel(truth(CALLED, row -> row.has(0))),
          test("isnull", "Whether there is no value")
              .example("tostring(isnull(null()))", "True")
              .example("tostring(isnull(\"\"))", "False")
              .kernel(truth(CALLED, row -> !row.has(0))),
          test("isnum", "Whether a value is a number")
              .example("tostring(isnum(5))", "True")
              .example("tostring(isnum(\"five\"))", "False")
              .example("tostring(isnum(null()))", "False")
              .kernel(truth(CALLED, InformationFunctions::isNumber)),
          test("isobject", "Whether a text is a JSON object")
              .example("tostring(isobject(\"{\\\"a\\\": 1}\"))", "True")
              .example("tostring(isobject(\"[1]\"))", "False")
              .kernel(truth(CALLED, row -> json(row) instanceof JsonValue.Members)),
          test("isstr", "Whether a value is a text that is no number")
              .example("tostring(isstr(\"five\"))", "True")
              .example("tostring(isstr(5))", "False")
              .kernel(truth(CALLED, row -> row.kind(0) == Kind.TEXT && !isNumber(row))),
          named("typeof", "Kind of a value: Number, String, Boolean, Multivalue or Invalid")
              .param("value", DYNAMIC)
              .returns(STRING)
              .nulls(CALLED)
              .multivalue(MultivaluePolicy.WHOLE)
              .example("typeof(12)", "Number")
              .example("typeof(\"badger\")", "String")
              .example("typeof(1 = 1)", "Boolean")
              .example("typeof(null())", "Invalid")
              .kernel(Kernels.text(CALLED, InformationFunctions::typeOf)));

  private InformationFunctions() {}

  private static ScalarFunction.Builder test(String name, String summary) {
    return named(name, summary)
        .param("value", DYNAMIC)
        .returns(BOOLEAN)
        .nulls(CALLED)
        .multivalue(MultivaluePolicy.WHOLE);
  }

  private static @Nullable JsonValue json(Row row) {
    return row.kind(0) == Kind.TEXT ? JsonValue.parseContainer(row.text(0)) : null;
  }

  private static boolean isNumber(Row row) {
    return switch (row.kind(0)) {
      case NUMBER -> true;
      case TEXT -> Numbers.isNumber(row.text(0));
      case NULL, BOOLEAN, LIST -> false;
    };
  }

  private static boolean isWhole(Row row) {
    double number = Row.numberOf(row.elements(0), row.from(0));
    return number == Math.rint(number) && !Double.isInfinite(number);
  }

  private static String typeOf(Row row) {
    return switch (row.kind(0)) {
      case NULL -> "Invalid";
      case NUMBER -> "Number";
      case TEXT -> Numbers.isNumber(row.text(0)) ? "Number" : "String";
      case BOOLEAN -> "Boolean";
      case LIST -> "Multivalue";
    };
  }
}
