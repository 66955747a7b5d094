package karst.table;

/** The kinds of faults in a CSV file that a scan gets over; each is reported once, with a count. */
enum DataFault {
  /** A row with fewer cells than the header. */
  TOO_FEW_CELLS(
      "1 row of `%s` has too few cells, the missing ones are null",
      "%d rows of `%s` have too few cells, the missing ones are null"),
  /** A row with more cells than the header. */
  TOO_MANY_CELLS(
      "1 row of `%s` has too many cells, the extra ones are ignored",
      "%d rows of `%s` have too many cells, the extra ones are ignored"),
  /** A quote that neither opens nor closes a whole cell. */
  STRAY_QUOTE(
      "1 row of `%s` has a quote inside a cell that is not wholly quoted",
      "%d rows of `%s` have a quote inside a cell that is not wholly quoted"),
  /** A cell, among those that the search reads, with malformed bytes. */
  INVALID_UTF8(
      "1 cell of `%s` is not UTF-8, what is malformed reads as U+FFFD",
      "%d cells of `%s` are not UTF-8, what is malformed reads as U+FFFD"),
  /** A time, among those that the search reads, in a form that is not understood. */
  BAD_TIME(
      "1 time of `%s` is neither epoch seconds nor ISO 8601 and reads as null",
      "%d times of `%s` are neither epoch seconds nor ISO 8601 and read as null");

  private final String one;
  private final String many;

  DataFault(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** Returns the message for a number of such faults in a file. */
  String message(long count, String file) {
    return count == 1 ? String.format(one, file) : String.format(many, count, file);
  }
}
