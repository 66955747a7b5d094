package karst.table.parquet;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.jspecify.annotations.Nullable;

/**
 * How pages are compressed: in plain Java, so that no library is unpacked at run time. One object
 * decompresses the pages of one thread, since its tables are large.
 */
final class Codec {
  /** What is written: much smaller than Snappy, and every reader of today knows it. */
  static final CompressionCodec WRITTEN = CompressionCodec.ZSTD;

  private @Nullable ZstdDecompressor zstd;

  /** Returns whether pages of a codec can be read. */
  static boolean isKnown(CompressionCodec codec) {
    return switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> true;
      case LZO, BROTLI, LZ4 -> false;
    };
  }

  /**
   * Returns what was compressed.
   *
   * @param size how many bytes it has
   * @throws IOException if it is malformed or of another size
   */
  byte[] decompress(CompressionCodec codec, byte[] from, int start, int length, int size)
      throws IOException {
    if (codec == CompressionCodec.UNCOMPRESSED) {
      if (length != size) {
        throw new IOException("it has another size");
      }
      return Arrays.copyOfRange(from, start, start + length);
    }
    byte[] to = new byte[size];
    int written = decompress(codec, from, start, length, to);
    if (written != size) {
      throw new IOException("it has another size");
    }
    return to;
  }

  private int decompress(CompressionCodec codec, byte[] from, int start, int length, byte[] to)
      throws IOException {
    return switch (codec) {
      case SNAPPY -> new SnappyDecompressor().decompress(from, start, length, to, 0, to.length);
      case ZSTD -> zstd().decompress(from, start, length, to, 0, to.length);
      case LZ4_RAW -> new Lz4Decompressor().decompress(from, start, length, to, 0, to.length);
      case GZIP -> gunzip(from, start, length, to);
      case UNCOMPRESSED, LZO, BROTLI, LZ4 -> throw new IOException("it is of an unknown codec");
    };
  }

  private ZstdDecompressor zstd() {
    ZstdDecompressor known = zstd;
    if (known == null) {
      known = new ZstdDecompressor();
      zstd = known;
    }
    return known;
  }

  private static int gunzip(byte[] from, int start, int length, byte[] to) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(from, start, length))) {
      return in.readNBytes(to, 0, to.length);
    }
  }

  /** Returns bytes compressed as {@link #WRITTEN} says. */
  static byte[] compress(byte[] from, int length) {
    ZstdCompressor compressor = new ZstdCompressor();
    byte[] to = new byte[compressor.maxCompressedLength(length)];
    return Arrays.copyOf(to, compressor.compress(from, 0, length, to, 0, to.length));
  }
}
