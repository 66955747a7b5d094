package karst.table.parquet;

import karst.table.parquet.PageValues.Texts;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The distinct texts of a chunk. As a vector's dictionary it is whole before the first vector and
 * does not grow, so that other threads may read it.
 */
final class ChunkDictionary {
  /** A dictionary with more entries than this for each row that is read does not pay. */
  private static final int ENTRIES_A_ROW = 2;

  private final Texts texts;
  private @Nullable Dictionary dictionary;
  private int[] recoding = new int[0];

  ChunkDictionary(Texts texts) {
    this.texts = texts;
  }

  /** Returns the number of texts. */
  int size() {
    return texts.starts().length;
  }

  /** Returns the texts, row = code. */
  StringVector texts() {
    StringVector.Builder all = new StringVector.Builder(size());
    for (int code = 0; code < size(); code++) {
      append(code, all);
    }
    return all.build();
  }

  /** Appends the text of a code; none for that of a null. */
  void append(int code, StringVector.Builder to) {
    if (code < 0) {
      to.appendNull();
    } else {
      int start = texts.starts()[code];
      to.append(texts.heap(), start, texts.ends()[code] - start);
    }
  }

  /** Returns the texts of codes: coded, unless it takes more to make the dictionary. */
  Vector vector(int[] codes) {
    Dictionary known = dictionary;
    if (known == null && size() > ENTRIES_A_ROW * (long) codes.length) {
      StringVector.Builder plain = new StringVector.Builder(codes.length);
      for (int code : codes) {
        append(code, plain);
      }
      return plain.build();
    }
    if (known == null) {
      known = intern();
      dictionary = known;
    }
    int[] recoded = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      recoded[i] = codes[i] < 0 ? DictionaryVector.NULL : recoding[codes[i]];
    }
    return new DictionaryVector(recoded, known, recoded.length);
  }

  /** Makes the dictionary; a text that a file has twice gets one code. */
  private Dictionary intern() {
    Dictionary made = new Dictionary();
    recoding = new int[size()];
    for (int code = 0; code < recoding.length; code++) {
      int start = texts.starts()[code];
      recoding[code] = made.intern(texts.heap(), start, texts.ends()[code] - start);
    }
    return made;
  }
}
