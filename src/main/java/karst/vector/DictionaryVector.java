package karst.vector;

/** Texts as codes of a dictionary; a negative code is null. */
public final class DictionaryVector implements Vector {
  /** The code of a null. */
  public static final int NULL = -1;

  private final int[] codes;
  private final Dictionary dictionary;
  private final int size;

  /** Creates a vector over codes that nobody changes any more. */
  public DictionaryVector(int[] codes, Dictionary dictionary, int size) {
    this.codes = codes;
    this.dictionary = dictionary;
    this.size = size;
  }

  /** Returns the codes. */
  public int[] codes() {
    return codes;
  }

  /** Returns what the codes mean. */
  public Dictionary dictionary() {
    return dictionary;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Kind kindAt(int row) {
    return codes[row] < 0 ? Kind.NULL : Kind.TEXT;
  }

  @Override
  public boolean isNull(int row) {
    return codes[row] < 0;
  }

  @Override
  public String textAt(int row) {
    return dictionary.text(codes[row]);
  }

  @Override
  public DictionaryVector gather(Selection selection) {
    int[] result = new int[selection.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = codes[selection.row(i)];
    }
    return new DictionaryVector(result, dictionary, result.length);
  }

  @Override
  public long bytes() {
    return 4L * codes.length;
  }
}
