package karst.vector;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts as UTF-8 bytes, one after the other.
 *
 * <p>Row {@code i} is {@code bytes()[offsets()[i] .. offsets()[i + 1])}.
 */
public final class StringVector implements Vector {
  private final byte[] bytes;
  private final int[] offsets;
  private final long @Nullable [] validity;
  private final int size;

  /** Creates a vector over arrays that nobody changes any more; validity null means no nulls. */
  public StringVector(byte[] bytes, int[] offsets, long @Nullable [] validity, int size) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.validity = validity;
    this.size = size;
  }

  /** Returns a vector of texts, nulls among them. */
  public static StringVector of(@Nullable String... texts) {
    Builder builder = new Builder(texts.length);
    for (String text : texts) {
      builder.append(text);
    }
    return builder.build();
  }

  /** Returns the bytes of all rows. */
  public byte[] heap() {
    return bytes;
  }

  /** Returns where each row starts, and one more for the end of the last. */
  public int[] offsets() {
    return offsets;
  }

  /** Returns the rows that hold a text, null for all. */
  public long @Nullable [] validity() {
    return validity;
  }

  /** Returns where a row's bytes start. */
  public int start(int row) {
    return offsets[row];
  }

  /** Returns where a row's bytes end. */
  public int end(int row) {
    return offsets[row + 1];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Kind kindAt(int row) {
    return isNull(row) ? Kind.NULL : Kind.TEXT;
  }

  @Override
  public boolean isNull(int row) {
    return !Validity.isSet(validity, row);
  }

  @Override
  public String textAt(int row) {
    int start = offsets[row];
    return new String(bytes, start, offsets[row + 1] - start, StandardCharsets.UTF_8);
  }

  @Override
  public StringVector gather(Selection selection) {
    int count = selection.size();
    int[] to = new int[count + 1];
    int total = 0;
    for (int i = 0; i < count; i++) {
      int row = selection.row(i);
      total += offsets[row + 1] - offsets[row];
      to[i + 1] = total;
    }
    byte[] heap = new byte[total];
    for (int i = 0; i < count; i++) {
      int start = offsets[selection.row(i)];
      System.arraycopy(bytes, start, heap, to[i], to[i + 1] - to[i]);
    }
    return new StringVector(heap, to, Validity.gather(validity, selection), count);
  }

  @Override
  public long bytes() {
    return bytes.length + 4L * offsets.length + (validity == null ? 0 : 8L * validity.length);
  }

  /** Appends texts row by row. */
  public static final class Builder {
    private byte[] bytes;
    private int[] offsets;
    private long[] validity;
    private int size;
    private boolean nulls;

    /** Creates a builder with room for a number of rows; more may come. */
    public Builder(int rows) {
      this(rows, 8 * rows);
    }

    /** Creates a builder with room for numbers of rows and of bytes; more may come. */
    public Builder(int rows, int bytes) {
      int room = Math.max(rows, 8);
      this.bytes = new byte[Math.max(bytes, 64)];
      offsets = new int[room + 1];
      validity = Validity.none(room);
    }

    /** Appends a text, or a null. */
    public void append(@Nullable String text) {
      if (text == null) {
        appendNull();
        return;
      }
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      append(encoded, 0, encoded.length);
    }

    /** Appends the text of a range of UTF-8 bytes. */
    public void append(byte[] from, int start, int length) {
      int at = offsets[size];
      int end = Math.addExact(at, length);
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, grown(bytes.length, end));
      }
      System.arraycopy(from, start, bytes, at, length);
      next(end);
      Validity.set(validity, size - 1);
    }

    /** Appends a row of another vector. */
    public void append(StringVector from, int row) {
      if (from.isNull(row)) {
        appendNull();
      } else {
        append(from.bytes, from.offsets[row], from.offsets[row + 1] - from.offsets[row]);
      }
    }

    /** Appends a null. */
    public void appendNull() {
      nulls = true;
      next(offsets[size]);
    }

    /** Returns the number of rows so far. */
    public int size() {
      return size;
    }

    /** Returns about how many bytes the builder holds. */
    public long memory() {
      return bytes.length + 4L * offsets.length + 8L * validity.length;
    }

    /** Returns the rows so far; the builder must not be used afterwards. */
    public StringVector build() {
      return new StringVector(bytes, offsets, nulls ? validity : null, size);
    }

    private void next(int end) {
      size++;
      if (size == offsets.length) {
        int room = grown(offsets.length, size + 1);
        offsets = Arrays.copyOf(offsets, room + 1);
        validity = Arrays.copyOf(validity, (room + 63) >>> 6);
      }
      offsets[size] = end;
    }

    private static int grown(int now, int needed) {
      long doubled = Math.min(Integer.MAX_VALUE - 64, now * 2L);
      return Math.max(needed, (int) doubled);
    }
  }
}
