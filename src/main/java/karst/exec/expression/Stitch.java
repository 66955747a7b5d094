package karst.exec.expression;

import java.util.ArrayList;
import java.util.List;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.Selection;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Puts the answers of parts of a selection together again in the order of the whole. */
final class Stitch {
  private final Selection rows;
  private final List<Selection> parts = new ArrayList<>();
  private final List<Vector> answers = new ArrayList<>();

  /** Creates a stitch of ascending rows. */
  Stitch(Selection rows) {
    this.rows = rows;
  }

  /** Adds the answers for some of the rows that no earlier part has. */
  void add(Selection part, Vector values) {
    parts.add(part);
    answers.add(values);
  }

  /** Returns the answers of all rows; every row must be in a part. */
  Vector build() {
    if (parts.size() == 1) {
      return answers.get(0);
    }
    Dictionary shared = sharedDictionary();
    return shared == null ? general() : coded(shared);
  }

  private Vector general() {
    VectorBuilder builder = new VectorBuilder(rows.size());
    int[] next = new int[parts.size()];
    for (int i = 0; i < rows.size(); i++) {
      int part = partOf(rows.row(i), next);
      builder.append(answers.get(part), next[part]++);
    }
    return builder.build();
  }

  /** The dictionary that all parts are coded by, or null. */
  @SuppressWarnings("ReferenceEquality")
  private @Nullable Dictionary sharedDictionary() {
    Dictionary shared = null;
    for (Vector answer : answers) {
      if (!(answer instanceof DictionaryVector coded)
          || (shared != null && shared != coded.dictionary())) {
        return null;
      }
      shared = coded.dictionary();
    }
    return shared;
  }

  private Vector coded(Dictionary dictionary) {
    int[] codes = new int[rows.size()];
    int[] next = new int[parts.size()];
    for (int i = 0; i < codes.length; i++) {
      int part = partOf(rows.row(i), next);
      codes[i] = ((DictionaryVector) answers.get(part)).codes()[next[part]++];
    }
    return new DictionaryVector(codes, dictionary, codes.length);
  }

  private int partOf(int row, int[] next) {
    for (int part = 0; part < next.length; part++) {
      Selection selection = parts.get(part);
      if (next[part] < selection.size() && selection.row(next[part]) == row) {
        return part;
      }
    }
    throw new IllegalStateException("row " + row + " is in no part");
  }
}
