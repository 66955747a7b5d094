package karst.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> NAMES = List.of("limit", "keeplast", "null", "summariesonly");

  @Test
  void swappedLettersAreOneMistake() {
    assertEquals("limit", NearestName.find("limti", NAMES));
  }

  @Test
  void caseIsFree() {
    assertEquals("keeplast", NearestName.find("KeepLast", NAMES));
  }

  @Test
  void longNamesMayHaveMoreMistakes() {
    assertEquals("summariesonly", NearestName.find("sumariesonyl", NAMES));
  }

  @Test
  void nothingNearIsNothing() {
    assertNull(NearestName.find("wibble", NAMES));
  }

  @Test
  void ofEquallyNearTheFirstWins() {
    assertEquals("ab", NearestName.find("ax", List.of("ab", "ac")));
  }
}
