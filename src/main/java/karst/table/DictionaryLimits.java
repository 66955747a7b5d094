package karst.table;

import karst.vector.Dictionary;

/** Decides when a column has too many distinct values for a dictionary to pay. */
final class DictionaryLimits {
  /** More distinct values than this are kept as plain text. */
  static final int MAX_ENTRIES = 1 << 16;

  /** A dictionary does not grow beyond this many bytes, one batch excepted. */
  static final long MAX_BYTES = 4L << 20;

  /** After this many values a column has shown what it is like. */
  static final long SAMPLE = 1 << 15;

  /** Fewer uses of each distinct value than this do not pay for the look-ups. */
  static final long MIN_USES = 4;

  private DictionaryLimits() {}

  /** Returns whether to give up a dictionary that this many values were looked up in. */
  static boolean exceeded(Dictionary dictionary, long values) {
    return dictionary.size() > MAX_ENTRIES
        || dictionary.memory() > MAX_BYTES
        || (values >= SAMPLE && dictionary.size() * MIN_USES > values);
  }
}
