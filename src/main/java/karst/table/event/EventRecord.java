package karst.table.event;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of one record, valid until the next one is read.
 *
 * @param bytes hold it
 * @param start its first byte
 * @param end the byte after its last
 * @param line the line of the file on which it starts, from 1
 */
record EventRecord(byte[] bytes, int start, int end, long line) {
  /** Returns the record as text; what is no UTF-8 becomes replacement characters. */
  String text() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Returns the number of bytes. */
  int length() {
    return end - start;
  }

  /** Returns whether there is nothing but white space. */
  boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the same record without white space at both ends. */
  EventRecord trimmed() {
    int from = start;
    int to = end;
    long at = line;
    while (from < to && bytes[from] >= 0 && bytes[from] <= ' ') {
      at += bytes[from] == '\n' ? 1 : 0;
      from++;
    }
    while (to > from && bytes[to - 1] >= 0 && bytes[to - 1] <= ' ') {
      to--;
    }
    return new EventRecord(bytes, from, to, at);
  }
}
