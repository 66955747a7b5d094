package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldingTest {
  @ParameterizedTest
  @CsvSource({"ABC, abc", "ÄÖ, äö", "ΣΊΣΥΦΟΣ, σίσυφος", "\u212A, k", "\u017F, S", "ẞ, ß", "𐐀, 𐐨"})
  void textsThatDifferInCaseOnlyFoldToTheSame(String a, String b) {
    assertEquals(CaseFolding.fold(a), CaseFolding.fold(b));
  }

  @ParameterizedTest
  @CsvSource({"İ, i", "ı, i", "ß, ss", "é, e"})
  void otherTextsDoNot(String a, String b) {
    assertNotEquals(CaseFolding.fold(a), CaseFolding.fold(b));
  }

  @Test
  void aFoldedTextStaysTheSameObject() {
    String folded = "c:\\windows\\straße";
    assertSame(folded, CaseFolding.fold(folded));
  }

  @Test
  void foldingKeepsTheNumberOfCharsOfEveryCodePoint() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int folded = CaseFolding.fold(codePoint);
      assertEquals(Character.charCount(codePoint), Character.charCount(folded));
      assertEquals(folded, CaseFolding.fold(folded));
    }
  }

  @Property(tries = 200)
  void foldingATextFoldsEveryCharacter(@ForAll String text) {
    int[] each = text.codePoints().map(CaseFolding::fold).toArray();
    assertEquals(new String(each, 0, each.length), CaseFolding.fold(text));
  }
}
