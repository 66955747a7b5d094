package karst.function.library;

import java.util.Arrays;
import karst.type.Numbers;
import karst.vector.Dictionary;
import karst.vector.StringVector;
import org.jspecify.annotations.Nullable;

/** The numbers that the texts of a dictionary are, each parsed once, when it is first met. */
final class DictionaryNumbers {
  private @Nullable Dictionary dictionary;
  private double[] numbers = new double[0];
  private boolean[] known = new boolean[0];
  private StringVector texts = StringVector.of();

  /** Turns to a dictionary; what is known of the last one is kept if it is the same. */
  void use(Dictionary next) {
    if (next != dictionary) {
      dictionary = next;
      Arrays.fill(known, false);
    }
    if (known.length < next.size()) {
      int room = GroupArrays.room(known.length, next.size());
      numbers = Arrays.copyOf(numbers, room);
      known = Arrays.copyOf(known, room);
    }
    texts = next.values();
  }

  /** Returns the texts, row = code. */
  StringVector texts() {
    return texts;
  }

  /** Returns the number that a code's text is, or NaN. */
  double number(int code) {
    if (!known[code]) {
      numbers[code] = Numbers.parseOrNaN(texts.heap(), texts.start(code), texts.end(code));
      known[code] = true;
    }
    return numbers[code];
  }

  /** Returns about how many bytes of memory the numbers take. */
  long bytes() {
    return 9L * known.length;
  }
}
