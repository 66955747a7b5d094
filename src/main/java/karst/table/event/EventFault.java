package karst.table.event;

/** What can be wrong with a record; it is counted and left out, or kept as far as it goes. */
enum EventFault {
  /** A record that is not in the form of its file. */
  MALFORMED("cannot be read and", "is left out", "are left out"),
  /** A record beyond the limit. */
  TOO_LONG("longer than the limit of 16 MiB", "is left out", "are left out"),
  /** A quote that is not closed before the end; what follows its line is read. */
  UNCLOSED("with a quote that is never closed", "is left out", "are left out"),
  /** The file ends in the middle. */
  CUT("cut off by the end of the file or of its compressed data,", "is left out", "are left out"),
  /** Bytes that are no UTF-8. */
  BAD_UTF8(
      "with bytes that are no UTF-8",
      "has `\uFFFD` in their place",
      "have `\uFFFD` in their place");

  private final String what;
  private final String one;
  private final String many;

  EventFault(String what, String one, String many) {
    this.what = what;
    this.one = one;
    this.many = many;
  }

  /** Returns a sentence about a number of records. */
  String message(long count, String file) {
    return count == 1
        ? "a record of `" + file + "` " + what + " " + one
        : count + " records of `" + file + "` " + what + " " + many;
  }
}
