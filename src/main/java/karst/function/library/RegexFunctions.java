package karst.function.library;

import static karst.function.ScalarFunction.named;
import static karst.type.SplType.BOOLEAN;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;

import java.util.BitSet;
import java.util.List;
import karst.function.Compiled;
import karst.function.FunctionContext;
import karst.function.Kernel;
import karst.function.Kernels;
import karst.function.MultivaluePolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.SplRegex;
import karst.vector.BooleanVector;
import karst.vector.ConstantVector;
import karst.vector.StringVector;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Functions with regular expressions (spl-semantics §3.8); patterns are cached by their text. */
public final class RegexFunctions {
  private static final Compiled<SplRegex> REGEX = new Compiled<>("regex", SplRegex::compile);

  /** All functions. */
  public static final List<ScalarFunction> ALL =
      List.of(
          named("match", "Whether a regular expression matches anywhere in a text")
              .param("text", STRING)
              .param("regex", STRING)
              .checked(SplRegex::compile)
              .returns(BOOLEAN)
              .multivalue(MultivaluePolicy.ANY)
              .example("tostring(match(\"cmd.exe\", \"\\.exe$\"))", "True")
              .example("tostring(match(\"CMD.EXE\", \"(?i)\\.exe$\"))", "True")
              .example("tostring(match(\"cmd.exe\", \"^exe\"))", "False")
              .kernel(RegexFunctions::match),
          named("mvfind", "Index of the first value that a regular expression matches, from 0")
              .param("values", DYNAMIC)
              .param("regex", STRING)
              .checked(SplRegex::compile)
              .returns(NUMBER)
              .multivalue(MultivaluePolicy.WHOLE)
              .example("mvfind(split(\"a,bb,cc\", \",\"), \"^b\")", "1")
              .example("mvfind(\"a\", \"b\")", "null")
              .kernel(Kernels.number(RegexFunctions::find)),
          named("replace", "Text with every match of a regular expression replaced")
              .param("text", STRING)
              .param("regex", STRING)
              .checked(SplRegex::compile)
              .param("replacement", STRING)
              .returns(STRING)
              .multivalue(MultivaluePolicy.NULL)
              .example("replace(\"1/14/2024\", \"^(\\d+)/(\\d+)/\", \"\\2/\\1/\")", "14/1/2024")
              .example("replace(\"abc\", \"x\", \"y\")", "abc")
              .kernel(
                  Kernels.text(
                      row -> {
                        SplRegex regex = REGEX.of(row, 1);
                        return regex == null ? null : regex.replaceAll(row.text(0), row.text(2));
                      })));

  private static final Kernel MATCH = Kernels.truth(row -> matches(REGEX.of(row, 1), row.text(0)));

  private RegexFunctions() {}

  /** Of many texts and one pattern, only those are matched that hold what a match must. */
  private static Vector match(List<Vector> arguments, int rows, FunctionContext context) {
    if (arguments.get(0) instanceof StringVector texts
        && arguments.get(1) instanceof ConstantVector pattern
        && !pattern.isNull(0)) {
      SplRegex regex = REGEX.of(context, pattern.textAt(0));
      BitSet candidates =
          regex == null ? null : regex.candidates(texts.heap(), texts.offsets(), rows);
      if (candidates != null) {
        long[] bits = Validity.none(rows);
        for (int row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
          if (!texts.isNull(row) && matches(regex, texts.textAt(row))) {
            Validity.set(bits, row);
          }
        }
        return new BooleanVector(bits, texts.validity(), rows);
      }
    }
    return MATCH.apply(arguments, rows, context);
  }

  private static boolean matches(@Nullable SplRegex regex, String text) {
    return regex != null && regex.find(text);
  }

  private static double find(Row row) {
    SplRegex regex = REGEX.of(row, 1);
    for (int i = row.from(0); i < row.to(0); i++) {
      if (matches(regex, Row.textOf(row.elements(0), i))) {
        return i - row.from(0);
      }
    }
    return Double.NaN;
  }
}
