package karst.function.library;

import static karst.function.ScalarFunction.named;
import static karst.type.SplType.BOOLEAN;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;

import java.util.List;
import karst.function.Compiled;
import karst.function.Kernels;
import karst.function.MultivaluePolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.SplRegex;
import org.jspecify.annotations.Nullable;

/** Functions with regular expressions (spl-semantics §3.8); patterns are cached by their text. */
final class RegexFunctions {
  private static final Compiled<SplRegex> REGEX = new Compiled<>("regex", SplRegex::compile);

  static final List<ScalarFunction> ALL =
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
              .kernel(Kernels.truth(row -> matches(REGEX.of(row, 1), row.text(0)))),
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

  private RegexFunctions() {}

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
