package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextAutomatonTest {
  @Property(tries = 300)
  void findsWhatEachTextHolds(
      @ForAll("literals") List<String> literals, @ForAll("texts") List<String> texts) {
    List<BitSet> found = find(literals, texts);
    for (int i = 0; i < literals.size(); i++) {
      for (int text = 0; text < texts.size(); text++) {
        boolean holds = folded(texts.get(text)).contains(folded(literals.get(i)));
        boolean ascii = TextAutomaton.isLiteral(texts.get(text)) || texts.get(text).isEmpty();
        assertEquals(
            holds || !ascii, found.get(i).get(text), literals.get(i) + " in " + texts.get(text));
      }
    }
    BitSet any = new BitSet();
    found.forEach(any::or);
    byte[] bytes = String.join("", texts).getBytes(StandardCharsets.UTF_8);
    assertEquals(any, TextAutomaton.of(literals).findAny(bytes, offsets(texts), texts.size()));
  }

  @Test
  void aLiteralThatEndsInsideAnotherIsFoundToo() {
    assertEquals(
        List.of(BitSet.valueOf(new long[] {1}), BitSet.valueOf(new long[] {3})),
        find(List.of("powershell", "Shell"), List.of("POWERSHELL.exe", "cmd /c shell")));
  }

  @Test
  void anotherCaseOfALetterMayBeBeyondAscii() {
    // The Kelvin sign is a k.
    assertEquals(List.of(BitSet.valueOf(new long[] {1})), find(List.of("k"), List.of("\u212A")));
  }

  @Test
  void literalsAreAscii() {
    assertTrue(TextAutomaton.isLiteral("a\\b"));
    assertFalse(TextAutomaton.isLiteral(""));
    assertFalse(TextAutomaton.isLiteral("é"));
  }

  private static List<BitSet> find(List<String> literals, List<String> texts) {
    byte[] bytes = String.join("", texts).getBytes(StandardCharsets.UTF_8);
    return TextAutomaton.of(literals).find(bytes, offsets(texts), texts.size());
  }

  private static int[] offsets(List<String> texts) {
    int[] offsets = new int[texts.size() + 1];
    for (int i = 0; i < texts.size(); i++) {
      offsets[i + 1] = offsets[i] + texts.get(i).getBytes(StandardCharsets.UTF_8).length;
    }
    return offsets;
  }

  private static String folded(String text) {
    return CaseFolding.fold(text);
  }

  @Provide
  Arbitrary<List<String>> literals() {
    return Arbitraries.strings()
        .withChars("aAbB-\\")
        .ofMinLength(1)
        .ofMaxLength(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings().withChars("aAbBcé-\\").ofMaxLength(12).list().ofMaxSize(6);
  }
}
