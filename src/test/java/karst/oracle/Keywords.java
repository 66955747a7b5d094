package karst.oracle;

import java.util.regex.Pattern;
import karst.ast.SearchValue;

/** Keywords in raw events (spl-semantics §2.5). */
final class Keywords {
  private static final String MAJOR_BREAKERS = "\\s\\[\\]<>(){}|!;,'\"*&?+";
  private static final String BREAKERS = MAJOR_BREAKERS + "/:=@.\\-$#%\\\\_";

  private Keywords() {}

  /**
   * Returns whether a term stands in a raw event with the start, the end or a breaker on either
   * side, a major one for {@code TERM}; in any case, but for {@code CASE}. Its stars stand for
   * characters that are no major breakers.
   */
  static boolean occurs(SearchValue term, String raw) {
    boolean caseCounts = term.form() == SearchValue.Form.CASE;
    String breakers = term.form() == SearchValue.Form.TERM ? MAJOR_BREAKERS : BREAKERS;
    String word = caseCounts ? term.text() : SearchTerms.fold(term.text());
    String body = Pattern.quote(word).replace("*", "\\E[^" + MAJOR_BREAKERS + "]*\\Q");
    String regex = "(?<![^" + breakers + "])" + body + "(?![^" + breakers + "])";
    return Pattern.compile(regex).matcher(caseCounts ? raw : SearchTerms.fold(raw)).find();
  }
}
