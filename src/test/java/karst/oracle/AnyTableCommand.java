package karst.oracle;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates the commands that sum tables up and turn them. */
final class AnyTableCommand {
  private AnyTableCommand() {}

  static Map<String, Arbitrary<String>> byName() {
    Arbitrary<String> fields = Arbitraries.of("", "", " n", " t, n", " *", " s* m x", " z");
    return new TreeMap<>(
        Map.of(
            "addtotals",
            Combinators.combine(
                    Arbitraries.of(
                        "",
                        "col=t ",
                        "row=f ",
                        "row=f col=t ",
                        "fieldname=n ",
                        "col=t labelfield=s "),
                    fields)
                .as((option, list) -> "addtotals " + option + list),
            "addcoltotals",
            Combinators.combine(
                    Arbitraries.of("", "labelfield=s ", "labelfield=y label=x "), fields)
                .as((option, list) -> "addcoltotals " + option + list),
            "untable",
            Arbitraries.of("untable s a b", "untable _time a b", "untable z s n", "untable m x y"),
            "xyseries",
            Combinators.combine(
                    Arbitraries.of("", "", "grouped=t ", "sep=/ ", "format=\"$AGG$.$VAL$\" "),
                    Arbitraries.of(
                        "s t n", "t s n", "n t s m", "m x n", "x m _time", "s z n", "s t n x"))
                .as((option, list) -> "xyseries " + option + list),
            "transpose",
            Combinators.combine(
                    Arbitraries.of("", "2 ", "0 ", "column_name=c "),
                    Arbitraries.of("", "", "header_field=s", "header_field=m", "include_empty=f"))
                .as((option, header) -> "transpose " + option + header)));
  }
}
