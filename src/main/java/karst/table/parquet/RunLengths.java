package karst.table.parquet;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.column.values.bitpacking.BytePacker;
import org.apache.parquet.column.values.bitpacking.Packer;

/** Reads Parquet's mix of repeated and bit-packed numbers: levels, and codes of dictionaries. */
final class RunLengths {
  private static final int GROUP = 8;
  private static final String TOO_SHORT = "its run lengths end too early";

  private final byte[] bytes;
  private final int end;
  private final int width;
  private final BytePacker packer;
  private int position;

  /**
   * Creates a reader.
   *
   * @param width the bits of a number
   */
  private RunLengths(byte[] bytes, int start, int end, int width) throws IOException {
    if (start > end || end > bytes.length || width < 0 || width > Integer.SIZE) {
      throw new IOException(TOO_SHORT);
    }
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.width = width;
    this.packer = Packer.LITTLE_ENDIAN.newBytePacker(width);
  }

  /**
   * Returns numbers.
   *
   * @param width the bits of a number
   * @throws IOException if there are fewer
   */
  static int[] read(byte[] bytes, int start, int end, int width, int count) throws IOException {
    int[] numbers = new int[count];
    if (width > 0) {
      new RunLengths(bytes, start, end, width).fill(numbers);
    }
    return numbers;
  }

  private void fill(int[] numbers) throws IOException {
    int next = 0;
    while (next < numbers.length) {
      int header = header();
      int room = numbers.length - next;
      if ((header & 1) == 0) {
        int run = Math.min(header >>> 1, room);
        if (run == 0) {
          throw new IOException("a run of numbers is empty");
        }
        Arrays.fill(numbers, next, next + run, repeated());
        next += run;
      } else {
        int run = (int) Math.min((header >>> 1) * (long) GROUP, room);
        packed(numbers, next, run);
        next += run;
        position += (int) Math.min(((header >>> 1) - groups(run)) * (long) width, end - position);
        if (run == 0) {
          throw new IOException("a run of numbers is empty");
        }
      }
    }
  }

  private static int groups(int numbers) {
    return (numbers + GROUP - 1) / GROUP;
  }

  private int header() throws IOException {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      int next = next();
      value |= (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("a run of numbers has no length");
  }

  private int repeated() throws IOException {
    int value = 0;
    for (int shift = 0; shift < width; shift += Byte.SIZE) {
      value |= next() << shift;
    }
    return value;
  }

  private int next() throws IOException {
    if (position >= end) {
      throw new IOException(TOO_SHORT);
    }
    return bytes[position++] & 0xFF;
  }

  private void packed(int[] numbers, int start, int count) throws IOException {
    int whole = count - count % GROUP;
    for (int i = 0; i < whole; i += GROUP) {
      unpack(numbers, start + i);
    }
    if (whole < count) {
      int[] last = new int[GROUP];
      unpack(last, 0);
      System.arraycopy(last, 0, numbers, start + whole, count - whole);
    }
  }

  private void unpack(int[] to, int start) throws IOException {
    if (position + width <= end) {
      packer.unpack8Values(bytes, position, to, start);
    } else if (position < end) {
      // Some writers leave out the end of the last group.
      packer.unpack8Values(Arrays.copyOfRange(bytes, position, position + width), 0, to, start);
    } else {
      throw new IOException(TOO_SHORT);
    }
    position = Math.min(end, position + width);
  }
}
