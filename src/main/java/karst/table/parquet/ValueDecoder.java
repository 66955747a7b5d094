package karst.table.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import karst.table.parquet.LeafType.Meaning;
import karst.table.parquet.PageValues.Codes;
import karst.table.parquet.PageValues.Numbers;
import karst.table.parquet.PageValues.Texts;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForDouble;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForFloat;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForInteger;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForLong;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesReader;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayReader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Type;
import org.apache.parquet.io.api.Binary;

/**
 * Reads the values of a page, whatever encoding they are in.
 *
 * @param type what the values are
 * @param page the bytes that hold them
 * @param start where they start
 * @param count how many there are
 */
record ValueDecoder(LeafType type, byte[] page, int start, int count) {
  private static final byte[] TRUTHS = "truefalse".getBytes(StandardCharsets.US_ASCII);
  private static final int TRUE_LENGTH = 4;
  private static final long MICROS_A_DAY = 86_400_000_000L;
  private static final int JULIAN_EPOCH = 2_440_588;

  /** Says that an encoding is not read. */
  static final class UnknownEncodingException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownEncodingException(Encoding encoding) {
      super("values in the encoding " + encoding + " are not supported");
    }
  }

  /**
   * Returns the values.
   *
   * @throws IOException if they are malformed
   */
  PageValues decode(Encoding encoding) throws IOException {
    return switch (encoding) {
      case PLAIN -> plain();
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> codes();
      case RLE -> truths(runLengths());
      case DELTA_BINARY_PACKED -> numbers(new DeltaBinaryPackingValuesReader(), encoding);
      case DELTA_LENGTH_BYTE_ARRAY -> texts(new DeltaLengthByteArrayValuesReader(), encoding);
      case DELTA_BYTE_ARRAY -> texts(new DeltaByteArrayReader(), encoding);
      case BYTE_STREAM_SPLIT -> numbers(split(encoding), encoding);
      case BIT_PACKED -> throw new UnknownEncodingException(encoding);
    };
  }

  private Codes codes() throws IOException {
    if (count == 0) {
      return new Codes(new int[0]);
    }
    require(1);
    return new Codes(RunLengths.read(page, start + 1, page.length, page[start], count));
  }

  private int[] runLengths() throws IOException {
    if (type.meaning() != Meaning.TRUTH) {
      throw new UnknownEncodingException(Encoding.RLE);
    }
    require(4);
    long end = start + 4L + LittleEndian.intAt(page, start);
    return RunLengths.read(page, start + 4, (int) Math.min(end, page.length), 1, count);
  }

  private PageValues plain() throws IOException {
    return switch (type.stored()) {
      case BOOLEAN -> truths(bits());
      case BYTE_ARRAY -> plainTexts();
      case FIXED_LEN_BYTE_ARRAY -> type.isNumeric() ? decimals() : uuids();
      case INT32, INT64, INT96, FLOAT, DOUBLE -> plainNumbers();
    };
  }

  private int[] bits() throws IOException {
    require((count + 7L) / 8);
    int[] bits = new int[count];
    for (int i = 0; i < count; i++) {
      bits[i] = page[start + (i >>> 3)] >>> (i & 7) & 1;
    }
    return bits;
  }

  private static Texts truths(int[] bits) {
    int[] starts = new int[bits.length];
    int[] ends = new int[bits.length];
    for (int i = 0; i < bits.length; i++) {
      starts[i] = bits[i] == 1 ? 0 : TRUE_LENGTH;
      ends[i] = bits[i] == 1 ? TRUE_LENGTH : TRUTHS.length;
    }
    return new Texts(TRUTHS, starts, ends);
  }

  private Texts plainTexts() throws IOException {
    require(4L * count);
    int[] starts = new int[count];
    int[] ends = new int[count];
    int at = start;
    for (int i = 0; i < count; i++) {
      if (at > page.length - 4) {
        throw tooShort();
      }
      int length = LittleEndian.intAt(page, at);
      starts[i] = at + 4;
      if (length < 0 || length > page.length - starts[i]) {
        throw tooShort();
      }
      at = starts[i] + length;
      ends[i] = at;
    }
    return new Texts(page, starts, ends);
  }

  private Texts uuids() throws IOException {
    require(16L * count);
    TextHeap heap = new TextHeap(count);
    ByteBuffer bytes = ByteBuffer.wrap(page, start, 16 * count);
    for (int i = 0; i < count; i++) {
      String text = new UUID(bytes.getLong(), bytes.getLong()).toString();
      heap.add(text.getBytes(StandardCharsets.US_ASCII));
    }
    return heap.build();
  }

  private Numbers decimals() throws IOException {
    require((long) type.length() * count);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      BigInteger whole = new BigInteger(page, start + i * type.length(), type.length());
      numbers[i] = type.number(whole.doubleValue());
    }
    return new Numbers(numbers);
  }

  private Numbers plainNumbers() throws IOException {
    Type stored = type.stored();
    int width = stored == Type.INT96 ? 12 : stored == Type.INT32 || stored == Type.FLOAT ? 4 : 8;
    require((long) width * count);
    double[] numbers = new double[count];
    for (int i = 0, at = start; i < count; i++, at += width) {
      numbers[i] = plainNumber(at);
    }
    return new Numbers(numbers);
  }

  private double plainNumber(int at) {
    return switch (type.stored()) {
      case INT32 -> type.number((long) LittleEndian.intAt(page, at));
      case INT64 -> type.number(LittleEndian.longAt(page, at));
      case INT96 -> seconds(LittleEndian.longAt(page, at), LittleEndian.intAt(page, at + 8));
      case FLOAT -> Float.intBitsToFloat(LittleEndian.intAt(page, at));
      case DOUBLE -> Double.longBitsToDouble(LittleEndian.longAt(page, at));
      case BOOLEAN, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> throw new IllegalStateException();
    };
  }

  /** The timestamps of old: nanoseconds of a day, and the day as astronomers count them. */
  private static double seconds(long nanos, int julianDay) {
    long micros = (julianDay - (long) JULIAN_EPOCH) * MICROS_A_DAY + nanos / 1000;
    return micros / 1e6;
  }

  private ValuesReader split(Encoding encoding) throws IOException {
    return switch (type.stored()) {
      case INT32 -> new ByteStreamSplitValuesReaderForInteger();
      case INT64 -> new ByteStreamSplitValuesReaderForLong();
      case FLOAT -> new ByteStreamSplitValuesReaderForFloat();
      case DOUBLE -> new ByteStreamSplitValuesReaderForDouble();
      case BOOLEAN, INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
          throw new UnknownEncodingException(encoding);
    };
  }

  private Numbers numbers(ValuesReader reader, Encoding encoding) throws IOException {
    if (type.stored() == Type.INT96 || !type.isNumeric()) {
      throw new UnknownEncodingException(encoding);
    }
    reader.initFromPage(count, stream());
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] =
          switch (type.stored()) {
            case INT32 -> type.number((long) reader.readInteger());
            case INT64 -> type.number(reader.readLong());
            case FLOAT -> reader.readFloat();
            case DOUBLE -> reader.readDouble();
            case BOOLEAN, INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
                throw new UnknownEncodingException(encoding);
          };
    }
    return new Numbers(numbers);
  }

  private Texts texts(ValuesReader reader, Encoding encoding) throws IOException {
    if (type.meaning() != Meaning.TEXT) {
      throw new UnknownEncodingException(encoding);
    }
    reader.initFromPage(count, stream());
    TextHeap heap = new TextHeap(count);
    for (int i = 0; i < count; i++) {
      Binary text = reader.readBytes();
      heap.add(text.getBytesUnsafe());
    }
    return heap.build();
  }

  private ByteBufferInputStream stream() {
    return ByteBufferInputStream.wrap(ByteBuffer.wrap(page, start, page.length - start).slice());
  }

  private void require(long bytes) throws IOException {
    if (bytes < 0 || bytes > page.length - start) {
      throw tooShort();
    }
  }

  private static IOException tooShort() {
    return new IOException("its values end too early");
  }

  /** Collects texts one after the other. */
  private static final class TextHeap {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int[] starts;
    private final int[] ends;
    private int size;

    TextHeap(int count) {
      starts = new int[count];
      ends = new int[count];
    }

    void add(byte[] text) {
      starts[size] = bytes.size();
      bytes.writeBytes(text);
      ends[size++] = bytes.size();
    }

    Texts build() {
      return new Texts(bytes.toByteArray(), starts, ends);
    }
  }
}
