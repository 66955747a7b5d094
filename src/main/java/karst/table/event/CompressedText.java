package karst.table.event;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import karst.vector.StringVector;

/** Texts that are seldom looked at, packed: raw events repeat much, and most searches need none. */
final class CompressedText {
  private static final int BLOCK = 1 << 15;

  private final byte[] packed;
  private final int[] offsets;
  private final int size;

  private CompressedText(byte[] packed, int[] offsets, int size) {
    this.packed = packed;
    this.offsets = offsets;
    this.size = size;
  }

  /** Packs texts, none of which is null. */
  static CompressedText of(StringVector texts) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(texts.heap(), 0, texts.end(texts.size() - 1));
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] block = new byte[BLOCK];
      while (!deflater.finished()) {
        out.write(block, 0, deflater.deflate(block));
      }
      return new CompressedText(out.toByteArray(), texts.offsets(), texts.size());
    } finally {
      deflater.end();
    }
  }

  /** Returns the texts. */
  StringVector texts() {
    byte[] heap = new byte[offsets[size]];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int at = 0;
      while (at < heap.length) {
        at += inflater.inflate(heap, at, heap.length - at);
      }
    } catch (DataFormatException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      inflater.end();
    }
    return new StringVector(heap, offsets, null, size);
  }

  /** Returns about how many bytes of memory the packed texts take. */
  long bytes() {
    return packed.length + 4L * offsets.length;
  }
}
