package karst.oracle;

import java.util.regex.Pattern;

/** Keywords in raw events (spl-semantics §2.5). */
final class Keywords {
  private static final String MAJOR_BREAKERS = "\\s\\[\\]<>(){}|!;,'\"*&?+";
  private static final String BREAKERS = MAJOR_BREAKERS + "/:=@.\\-$#%\\\\_";

  private Keywords() {}

  /**
   * Returns whether a term stands in a raw event, in any case, with the start, the end or a breaker
   * on either side; its stars stand for characters that are no major breakers.
   */
  static boolean occurs(String term, String raw) {
    String body =
        Pattern.quote(SearchTerms.fold(term)).replace("*", "\\E[^" + MAJOR_BREAKERS + "]*\\Q");
    String regex = "(?<![^" + BREAKERS + "])" + body + "(?![^" + BREAKERS + "])";
    return Pattern.compile(regex).matcher(SearchTerms.fold(raw)).find();
  }
}
