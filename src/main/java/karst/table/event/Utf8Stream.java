package karst.table.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a stream in another character set as UTF-8. */
final class Utf8Stream extends InputStream {
  private static final int CHARS = 1 << 13;

  private final Reader reader;
  private final char[] chars = new char[CHARS];
  private byte[] bytes = new byte[0];
  private int next;
  private int carried;

  Utf8Stream(InputStream in, Charset charset) {
    this.reader = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int start, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, into, start, count);
    next += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (next == bytes.length) {
      int read = reader.read(chars, carried, CHARS - carried);
      if (read < 0) {
        return false;
      }
      int size = carried + read;
      // A character of two units is not cut in half.
      boolean half = size > 1 && Character.isHighSurrogate(chars[size - 1]);
      int whole = half ? size - 1 : size;
      bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
      next = 0;
      carried = size - whole;
      chars[0] = chars[size - 1];
    }
    return true;
  }
}
