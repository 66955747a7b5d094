package karst.table.parquet;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.Kind;
import karst.vector.ListVector;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a chunk as codes of a dictionary, in the order of the rows.
 *
 * @param dictionary the distinct texts
 * @param codes a code for each text
 */
record ChunkTexts(Dictionary dictionary, int[] codes) {
  /** A dictionary is kept in memory by whoever reads the chunk. */
  private static final long MOST_BYTES = 16L << 20;

  /** Fewer uses of each text than this do not pay for codes. */
  private static final long LEAST_USES = 2;

  /** Returns the texts of some rows, or those in their lists, nulls left out. */
  static ChunkTexts of(Vector vector) {
    Collector collector = new Collector(vector.size());
    if (vector instanceof ListVector list) {
      collector.add(list.elements(), list.offsets()[0], list.offsets()[list.size()]);
    } else {
      collector.add(vector, 0, vector.size());
    }
    return new ChunkTexts(collector.dictionary, Arrays.copyOf(collector.codes, collector.size));
  }

  /** Returns rows of any kind as lists of texts. */
  static ListVector lists(Vector vector) {
    int[] offsets = new int[vector.size() + 1];
    StringVector.Builder texts = new StringVector.Builder(vector.size());
    for (int row = 0; row < vector.size(); row++) {
      if (vector.kindAt(row) == Kind.LIST) {
        Vector values = vector.listAt(row);
        for (int i = 0; i < values.size(); i++) {
          texts.append(TextOf.row(values, i));
        }
      } else if (!vector.isNull(row)) {
        texts.append(TextOf.row(vector, row));
      }
      offsets[row + 1] = texts.size();
    }
    return new ListVector(offsets, texts.build(), vector.size());
  }

  /** Returns whether codes take less room than the texts themselves. */
  boolean pays() {
    return dictionary.size() * LEAST_USES <= codes.length
        && dictionary.values().offsets()[dictionary.size()] <= MOST_BYTES;
  }

  /** Returns the distinct texts in the plain encoding. */
  byte[] plainDictionary() {
    StringVector texts = dictionary.values();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int code = 0; code < texts.size(); code++) {
      plain(texts, code, out);
    }
    return out.toByteArray();
  }

  /** Writes the texts from one to another in the plain encoding. */
  void plain(int from, int to, ByteArrayOutputStream out) {
    StringVector texts = dictionary.values();
    for (int i = from; i < to; i++) {
      plain(texts, codes[i], out);
    }
  }

  private static void plain(StringVector texts, int row, ByteArrayOutputStream out) {
    int length = texts.end(row) - texts.start(row);
    byte[] prefix = new byte[4];
    LittleEndian.putInt(prefix, 0, length);
    out.write(prefix, 0, prefix.length);
    out.write(texts.heap(), texts.start(row), length);
  }

  /** Returns the smallest text, or the greatest, in the order of unsigned bytes; null for none. */
  byte @Nullable [] bound(boolean least) {
    StringVector texts = dictionary.values();
    int best = -1;
    for (int code = 0; code < texts.size(); code++) {
      int order = best < 0 ? -1 : compare(texts, code, best);
      if (best < 0 || (least ? order < 0 : order > 0)) {
        best = code;
      }
    }
    return best < 0 ? null : Arrays.copyOfRange(texts.heap(), texts.start(best), texts.end(best));
  }

  private static int compare(StringVector texts, int a, int b) {
    return Arrays.compareUnsigned(
        texts.heap(), texts.start(a), texts.end(a), texts.heap(), texts.start(b), texts.end(b));
  }

  /** Gives texts their codes. */
  private static final class Collector {
    private final Dictionary dictionary = new Dictionary();
    private int[] codes;
    private int size;

    Collector(int room) {
      codes = new int[Math.max(8, room)];
    }

    void add(Vector vector, int from, int to) {
      if (size + to - from > codes.length) {
        codes = Arrays.copyOf(codes, size + to - from);
      }
      if (vector instanceof DictionaryVector coded) {
        recode(coded, from, to);
        return;
      }
      for (int row = from; row < to; row++) {
        if (!vector.isNull(row)) {
          codes[size++] = intern(vector, row);
        }
      }
    }

    private void recode(DictionaryVector coded, int from, int to) {
      StringVector texts = coded.dictionary().values();
      int[] own = new int[texts.size()];
      Arrays.fill(own, DictionaryVector.NULL);
      for (int row = from; row < to; row++) {
        int code = coded.codes()[row];
        if (code >= 0) {
          if (own[code] < 0) {
            own[code] = intern(texts, code);
          }
          codes[size++] = own[code];
        }
      }
    }

    private int intern(Vector vector, int row) {
      StringVector texts =
          vector instanceof StringVector plain ? plain : StringVector.of(TextOf.row(vector, row));
      int at = texts == vector ? row : 0;
      return dictionary.intern(texts.heap(), texts.start(at), texts.end(at) - texts.start(at));
    }
  }
}
