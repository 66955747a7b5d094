package karst.function.library;

import static karst.type.SplType.BOOLEAN;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;
import static karst.type.SplType.multivalue;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import karst.function.Compiled;
import karst.function.Kernels;
import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.SedScript;
import karst.type.SplRegex;
import org.jspecify.annotations.Nullable;

/**
 * What the commands {@code rex} and {@code regex} do to a field (spl-semantics §6.1). Each value of
 * a list is matched by itself; what a group matches in all of them is a list.
 */
public final class ExtractionFunctions {
  private static final Compiled<SplRegex> REGEX = new Compiled<>("regex", SplRegex::compile);
  private static final Compiled<SedScript> SCRIPT = new Compiled<>("sed", SedScript::parse);

  /** Whether a regular expression matches a value; never null. */
  public static final ScalarFunction MATCHES =
      ScalarFunction.named("regex_matches", "Whether a regular expression matches a value")
          .param("value", STRING)
          .param("regex", STRING)
          .returns(BOOLEAN)
          .nulls(NullPolicy.CALLED)
          .multivalue(MultivaluePolicy.ANY)
          .kernel(
              Kernels.truth(
                  NullPolicy.CALLED,
                  row -> {
                    SplRegex regex = REGEX.of(row, 1);
                    return row.has(0) && regex != null && regex.find(row.text(0));
                  }));

  /** What a group matches in the first match of a value. */
  public static final ScalarFunction FIRST_GROUP =
      ScalarFunction.named("regex_group", "What a named group matches first")
          .param("value", STRING)
          .param("regex", STRING)
          .param("group", STRING)
          .returns(STRING)
          .multivalue(MultivaluePolicy.EACH)
          .kernel(Kernels.text(ExtractionFunctions::firstGroup));

  /** What a group matches in each match, up to a number of matches in a value; 0 for all. */
  public static final ScalarFunction GROUPS =
      ScalarFunction.named("regex_groups", "What a named group matches in each match")
          .param("value", DYNAMIC)
          .param("regex", STRING)
          .param("group", STRING)
          .param("matches", NUMBER)
          .multivalue(MultivaluePolicy.WHOLE)
          .returns(multivalue(STRING))
          .kernel(
              Kernels.values(
                  (row, out) ->
                      forEachMatch(
                          row,
                          row.number(3),
                          match -> {
                            String found = match.group(row.text(2));
                            if (found != null) {
                              out.add(found);
                            }
                          })));

  /** The places of all groups, as {@code name=first-last}, counted from 0. */
  public static final ScalarFunction OFFSETS =
      ScalarFunction.named("regex_offsets", "The places of the named groups")
          .param("value", DYNAMIC)
          .param("regex", STRING)
          .param("matches", NUMBER)
          .returns(STRING)
          .multivalue(MultivaluePolicy.WHOLE)
          .kernel(Kernels.text(ExtractionFunctions::offsets));

  /** A text after the edits of a sed script. */
  public static final ScalarFunction SED =
      ScalarFunction.named("sed", "Text edited by a sed script")
          .param("value", STRING)
          .param("script", STRING)
          .returns(STRING)
          .multivalue(MultivaluePolicy.EACH)
          .kernel(
              Kernels.text(
                  row -> {
                    SedScript script = SCRIPT.of(row, 1);
                    return script == null ? null : script.apply(row.text(0));
                  }));

  private ExtractionFunctions() {}

  private static @Nullable String firstGroup(Row row) {
    SplRegex regex = REGEX.of(row, 1);
    if (regex == null) {
      return null;
    }
    SplRegex.Match match = regex.matcher(row.text(0));
    return match.next() ? match.group(row.text(2)) : null;
  }

  /** An offset counts characters from 0, the last one included; a group that is empty has none. */
  private static @Nullable String offsets(Row row) {
    SplRegex regex = REGEX.of(row, 1);
    StringJoiner offsets = new StringJoiner("&");
    offsets.setEmptyValue("");
    forEachMatch(
        row,
        row.number(2),
        match -> {
          for (String name : regex == null ? List.<String>of() : regex.groupNames()) {
            int start = match.start(name);
            int end = match.end(name);
            if (start >= 0 && end > start) {
              offsets.add(name + "=" + start + "-" + (end - 1));
            }
          }
        });
    return offsets.length() == 0 ? null : offsets.toString();
  }

  private static void forEachMatch(Row row, double limit, Consumer<SplRegex.Match> use) {
    SplRegex regex = REGEX.of(row, 1);
    double most = limit == 0 ? Double.POSITIVE_INFINITY : limit;
    for (int i = row.from(0); regex != null && i < row.to(0); i++) {
      SplRegex.Match match = regex.matcher(Row.textOf(row.elements(0), i));
      for (int found = 0; found < most && match.next(); found++) {
        use.accept(match);
      }
    }
  }

  /** Returns all functions. */
  public static List<ScalarFunction> all() {
    return List.of(MATCHES, FIRST_GROUP, GROUPS, OFFSETS, SED);
  }
}
