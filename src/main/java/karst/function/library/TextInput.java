package karst.function.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import karst.function.Row;
import karst.vector.ConstantVector;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * An argument as codes of one dictionary that holds every text met so far: equal texts have equal
 * codes, whatever vectors they came in. Numbers are taken as the text that SPL writes.
 *
 * <p>As long as all values come from one dictionary, its own codes serve. When others come, the
 * texts of that dictionary are taken over in the order of their codes, which so remain what they
 * are.
 */
final class TextInput {
  private static final int UNKNOWN = -1;

  private final Dictionary texts = new Dictionary();
  private int[] ids = new int[0];
  private int size;

  /** The dictionary whose codes serve, null when there is none or no longer one. */
  private @Nullable Dictionary only;

  private @Nullable Dictionary foreign;
  private int[] idOfForeign = new int[0];
  private long lastNumber;
  private int lastNumberId = UNKNOWN;

  /** Reads values; what was read before is gone, except for its texts. */
  void read(FlatArgument argument) {
    size = argument.size();
    if (ids.length < size) {
      ids = new int[size];
    }
    int[] groups = argument.groups();
    Vector vector = argument.vector();
    if (vector instanceof DictionaryVector coded && serves(coded.dictionary())) {
      only = coded.dictionary();
      for (int i = 0; i < size; i++) {
        ids[i] = groups[i] < 0 ? -1 : Math.max(coded.codes()[i], -1);
      }
      return;
    }
    takeOver();
    if (vector instanceof DictionaryVector coded) {
      use(coded.dictionary());
      StringVector from = coded.dictionary().values();
      for (int i = 0; i < size; i++) {
        int code = groups[i] < 0 ? DictionaryVector.NULL : coded.codes()[i];
        ids[i] = code < 0 ? -1 : idOf(from, code);
      }
    } else if (vector instanceof StringVector from) {
      for (int i = 0; i < size; i++) {
        ids[i] = groups[i] < 0 || from.isNull(i) ? -1 : intern(from, i);
      }
    } else if (vector instanceof ConstantVector constant) {
      Arrays.fill(ids, 0, size, constant.isNull(0) ? -1 : intern(constant.value(), 0));
    } else {
      for (int i = 0; i < size; i++) {
        ids[i] = groups[i] < 0 || vector.isNull(i) ? -1 : intern(vector, i);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean serves(Dictionary dictionary) {
    return only == dictionary || (only == null && texts.size() == 0);
  }

  private void takeOver() {
    Dictionary served = only;
    if (served != null) {
      only = null;
      StringVector values = served.values();
      for (int code = 0; code < values.size(); code++) {
        intern(values, code);
      }
    }
  }

  /** Returns for each code of another input its code here. */
  int[] adopt(TextInput other) {
    Dictionary served = other.only;
    if (served != null && serves(served)) {
      only = served;
      return IntStream.range(0, served.size()).toArray();
    }
    takeOver();
    return texts.internAll(served == null ? other.texts : served);
  }

  /** Returns the codes; -1 where there is no value or no group. */
  int[] ids() {
    return ids;
  }

  /** Returns the texts of the codes. */
  StringVector texts() {
    return only == null ? texts.values() : only.values();
  }

  /** Returns about how many bytes of memory the texts take. */
  long bytes() {
    return texts.memory() + 4L * ids.length + 4L * idOfForeign.length;
  }

  private void use(Dictionary next) {
    if (next != foreign) {
      foreign = next;
      Arrays.fill(idOfForeign, UNKNOWN);
    }
    if (idOfForeign.length < next.size()) {
      int room = GroupArrays.room(idOfForeign.length, next.size());
      idOfForeign = GroupArrays.grown(idOfForeign, room, UNKNOWN);
    }
  }

  private int idOf(StringVector from, int code) {
    if (idOfForeign[code] == UNKNOWN) {
      idOfForeign[code] = intern(from, code);
    }
    return idOfForeign[code];
  }

  private int intern(StringVector from, int row) {
    return texts.intern(from.heap(), from.start(row), from.end(row) - from.start(row));
  }

  private int intern(Vector from, int row) {
    return switch (from.kindAt(row)) {
      case NUMBER -> {
        long bits = Double.doubleToLongBits(from.numberAt(row));
        // Times and codes of status repeat: write each run once.
        if (lastNumberId == UNKNOWN || bits != lastNumber) {
          lastNumber = bits;
          lastNumberId = intern(Row.textOf(from, row));
        }
        yield lastNumberId;
      }
      case TEXT, BOOLEAN -> intern(Row.textOf(from, row));
      case NULL, LIST -> UNKNOWN;
    };
  }

  private int intern(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return texts.intern(bytes, 0, bytes.length);
  }
}
