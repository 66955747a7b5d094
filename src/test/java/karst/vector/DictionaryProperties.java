package karst.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DictionaryProperties {
  @Property(tries = 200)
  void codesAreGivenInOrderOfFirstAppearance(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 120) Integer> numbers) {
    Dictionary dictionary = new Dictionary();
    List<String> distinct = new ArrayList<>();
    for (int number : numbers) {
      String text = text(number);
      if (!distinct.contains(text)) {
        distinct.add(text);
      }
      assertEquals(distinct.indexOf(text), intern(dictionary, text));
    }
    assertEquals(distinct, texts(dictionary));
  }

  @Property(tries = 200)
  void addingADictionaryIsAddingItsTexts(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 120) Integer> here,
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 120) Integer> there) {
    Dictionary whole = dictionary(here);
    Dictionary expected = dictionary(here);
    Dictionary added = dictionary(there);
    int[] codes = whole.internAll(added);
    for (int code = 0; code < added.size(); code++) {
      assertEquals(intern(expected, added.text(code)), codes[code]);
    }
    assertEquals(texts(expected), texts(whole));
  }

  private static String text(int number) {
    return number == 0 ? "" : "x".repeat(number % 40) + number;
  }

  private static Dictionary dictionary(List<Integer> numbers) {
    Dictionary dictionary = new Dictionary();
    numbers.forEach(number -> intern(dictionary, text(number)));
    return dictionary;
  }

  private static int intern(Dictionary dictionary, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return dictionary.intern(bytes, 0, bytes.length);
  }

  private static List<String> texts(Dictionary dictionary) {
    List<String> texts = new ArrayList<>();
    for (int code = 0; code < dictionary.size(); code++) {
      texts.add(dictionary.text(code));
    }
    return texts;
  }
}
