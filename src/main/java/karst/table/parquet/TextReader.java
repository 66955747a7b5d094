package karst.table.parquet;

import karst.table.parquet.PageValues.Codes;
import karst.table.parquet.PageValues.Texts;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Reads a column of texts: as codes where the file has codes, as plain text otherwise. */
final class TextReader implements ColumnReader {
  private final PageWalk walk;
  private @Nullable ChunkDictionary dictionary;

  TextReader(PageWalk walk) {
    this.walk = walk;
  }

  /** Returns whether every page has codes. */
  boolean isCoded() {
    return walk.pages().isCoded();
  }

  /** Returns what the codes mean. */
  ChunkDictionary dictionary() {
    ChunkDictionary known = dictionary;
    if (known == null) {
      known = new ChunkDictionary((Texts) walk.pages().dictionary());
      dictionary = known;
    }
    return known;
  }

  /** Returns the codes of some rows of a column that {@link #isCoded}. */
  int[] codes(Selection rows) {
    int[] codes = new int[rows.size()];
    codes(rows, codes);
    return codes;
  }

  /**
   * Reads codes as far as there are codes.
   *
   * @return how many rows have been read
   */
  private int codes(Selection rows, int[] codes) {
    int next = 0;
    while (next < codes.length) {
      int offset = walk.seek(rows.row(next)) - rows.row(next);
      if (!(walk.values() instanceof Codes page)) {
        return next;
      }
      for (; next < codes.length && rows.row(next) < walk.end(); next++) {
        codes[next] = page.codes()[rows.row(next) + offset];
      }
    }
    return next;
  }

  @Override
  public Vector read(Selection rows) {
    int[] codes = new int[rows.size()];
    int coded = codes(rows, codes);
    if (coded == codes.length) {
      return coded == 0 ? StringVector.of() : dictionary().vector(codes);
    }
    StringVector.Builder texts = new StringVector.Builder(codes.length);
    for (int i = 0; i < coded; i++) {
      dictionary().append(codes[i], texts);
    }
    for (int next = coded; next < codes.length; next++) {
      int at = walk.seek(rows.row(next));
      PageValues page = walk.values();
      if (page instanceof Texts plain) {
        append(plain, at, texts);
      } else {
        dictionary().append(((Codes) page).codes()[at], texts);
      }
    }
    return texts.build();
  }

  private static void append(Texts page, int at, StringVector.Builder texts) {
    int start = page.starts()[at];
    if (start < 0) {
      texts.appendNull();
    } else {
      texts.append(page.heap(), start, page.ends()[at] - start);
    }
  }
}
