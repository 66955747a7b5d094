package karst.table.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.type.Numbers;
import karst.vector.DictionaryVector;
import karst.vector.Kind;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Statistics;
import org.jspecify.annotations.Nullable;

/** The values of a chunk, nulls left out, and how they are encoded. */
sealed interface ChunkValues {
  /** Returns the encoding of the pages. */
  Encoding encoding();

  /** Writes the values from one to another. */
  void write(int from, int to, ByteArrayOutputStream out) throws IOException;

  /** Adds what is known of all values. */
  void describe(Statistics statistics);

  /** Returns the distinct values if they are to be written first. */
  default @Nullable ChunkTexts dictionary() {
    return null;
  }

  /**
   * Returns the values of a column.
   *
   * @throws SplException if one is none that the column can hold
   */
  static ChunkValues of(WrittenColumn column, Vector vector) {
    return switch (column.kind()) {
      case TEXT -> new Texts(ChunkTexts.of(single(column, vector)));
      case TEXTS -> new Texts(ChunkTexts.of(vector));
      case NUMBER -> new Doubles(numbers(column, vector));
      case TIME -> new Micros(micros(column, numbers(column, vector)));
    };
  }

  private static Vector single(WrittenColumn column, Vector vector) {
    boolean plain = vector instanceof StringVector || vector instanceof DictionaryVector;
    for (int row = 0; !plain && row < vector.size(); row++) {
      if (vector.kindAt(row) == Kind.LIST) {
        throw unfit(column, "holds single values first and then several", "join them: mvjoin()");
      }
    }
    return vector;
  }

  private static double[] numbers(WrittenColumn column, Vector vector) {
    double[] numbers = new double[vector.size()];
    int size = 0;
    for (int row = 0; row < vector.size(); row++) {
      Kind kind = vector.kindAt(row);
      if (kind == Kind.NUMBER) {
        numbers[size++] = vector.numberAt(row);
      } else if (kind == Kind.TEXT && Numbers.isNumber(vector.textAt(row))) {
        numbers[size++] = Numbers.parse(vector.textAt(row));
      } else if (kind != Kind.NULL) {
        throw unfit(
            column, "holds numbers first and then other values", "make it text: tostring()");
      }
    }
    return Arrays.copyOf(numbers, size);
  }

  private static long[] micros(WrittenColumn column, double[] seconds) {
    long[] micros = new long[seconds.length];
    for (int i = 0; i < micros.length; i++) {
      double scaled = seconds[i] * 1e6;
      if (!(Math.abs(scaled) < Long.MAX_VALUE)) {
        throw unfit(
            column,
            "has a time that is no timestamp: " + Numbers.format(seconds[i]),
            "leave it out");
      }
      micros[i] = Math.round(scaled);
    }
    return micros;
  }

  private static SplException unfit(WrittenColumn column, String reason, String hint) {
    return Diagnostic.error(
            DiagnosticCode.UNWRITABLE_FILE,
            "cannot write column `" + column.name() + "` as Parquet: it " + reason)
        .hint(hint)
        .toException();
  }

  /** Texts: codes if these are shorter. */
  record Texts(ChunkTexts texts) implements ChunkValues {
    private static final int LONGEST_BOUND = 64;

    @Override
    public @Nullable ChunkTexts dictionary() {
      return texts.pays() ? texts : null;
    }

    @Override
    public Encoding encoding() {
      return texts.pays() ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
    }

    @Override
    public void write(int from, int to, ByteArrayOutputStream out) throws IOException {
      if (!texts.pays()) {
        texts.plain(from, to, out);
        return;
      }
      int bits = Integer.SIZE - Integer.numberOfLeadingZeros(texts.dictionary().size() - 1);
      out.write(bits);
      try (RunLengthBitPackingHybridEncoder encoder = ChunkLevels.encoder(bits)) {
        for (int i = from; i < to; i++) {
          encoder.writeInt(texts.codes()[i]);
        }
        encoder.toBytes().writeAllTo(out);
      }
    }

    @Override
    public void describe(Statistics statistics) {
      byte[] least = texts.bound(true);
      byte[] most = texts.bound(false);
      if (least != null && least.length <= LONGEST_BOUND) {
        statistics.setMin_value(least);
      }
      if (most != null && most.length <= LONGEST_BOUND) {
        statistics.setMax_value(most);
      }
    }
  }

  /** Numbers as they are. */
  record Doubles(double[] numbers) implements ChunkValues {
    @Override
    public Encoding encoding() {
      return Encoding.PLAIN;
    }

    @Override
    public void write(int from, int to, ByteArrayOutputStream out) {
      byte[] bytes = new byte[8 * (to - from)];
      for (int i = from; i < to; i++) {
        LittleEndian.putLong(bytes, 8 * (i - from), Double.doubleToRawLongBits(numbers[i]));
      }
      out.writeBytes(bytes);
    }

    @Override
    public void describe(Statistics statistics) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      boolean ordered = numbers.length > 0;
      for (double number : numbers) {
        ordered &= !Double.isNaN(number);
        least = Math.min(least, number);
        most = Math.max(most, number);
      }
      if (ordered) {
        // Zero has two signs that compare as equal: the bounds must include both.
        statistics.setMin_value(bytes(Double.doubleToRawLongBits(least == 0 ? -0.0 : least)));
        statistics.setMax_value(bytes(Double.doubleToRawLongBits(most == 0 ? 0.0 : most)));
      }
    }
  }

  /** Times, each as the difference from the one before. */
  record Micros(long[] micros) implements ChunkValues {
    private static final int SLAB = 1 << 12;

    @Override
    public Encoding encoding() {
      return Encoding.DELTA_BINARY_PACKED;
    }

    @Override
    public void write(int from, int to, ByteArrayOutputStream out) throws IOException {
      DeltaBinaryPackingValuesWriterForLong writer =
          new DeltaBinaryPackingValuesWriterForLong(
              SLAB, 1 << 20, HeapByteBufferAllocator.getInstance());
      try {
        for (int i = from; i < to; i++) {
          writer.writeLong(micros[i]);
        }
        writer.getBytes().writeAllTo(out);
      } finally {
        writer.close();
      }
    }

    @Override
    public void describe(Statistics statistics) {
      long least = Long.MAX_VALUE;
      long most = Long.MIN_VALUE;
      for (long time : micros) {
        least = Math.min(least, time);
        most = Math.max(most, time);
      }
      if (micros.length > 0) {
        statistics.setMin_value(bytes(least));
        statistics.setMax_value(bytes(most));
      }
    }
  }

  private static byte[] bytes(long value) {
    byte[] bytes = new byte[8];
    LittleEndian.putLong(bytes, 0, value);
    return bytes;
  }
}
