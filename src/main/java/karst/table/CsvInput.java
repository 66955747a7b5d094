package karst.table;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import karst.source.SplException;

/**
 * The bytes of a file, decompressed when its name ends in {@code .gz}, from start to end. At the
 * end it makes sure that the file is still the one that was opened.
 */
final class CsvInput implements Closeable {
  private static final int COMPRESSED_BLOCK = 1 << 16;

  private final Path file;
  private final long size;
  private final FileTime modified;
  private final Counter counter;
  private final InputStream stream;

  private CsvInput(Path file) throws IOException {
    this.file = file;
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new IOException("it is a folder");
    }
    size = attributes.size();
    modified = attributes.lastModifiedTime();
    // The stream of a channel: a worker that waits for it ends when it is interrupted.
    counter = new Counter(Files.newInputStream(file));
    try {
      stream = isCompressed(file) ? new GZIPInputStream(counter, COMPRESSED_BLOCK) : counter;
    } catch (IOException | RuntimeException failure) {
      counter.close();
      throw failure;
    }
  }

  /**
   * Opens a file.
   *
   * @throws SplException if it cannot be read
   */
  static CsvInput open(Path file) {
    try {
      return new CsvInput(file);
    } catch (EOFException empty) {
      throw UnreadableFile.diagnostic(file, "it is empty").toException();
    } catch (IOException failure) {
      throw UnreadableFile.because(file, failure);
    }
  }

  /** Returns the file's size in bytes, as it lies on disk. */
  long size() {
    return size;
  }

  /** Returns how many of the file's bytes were read, as they lie on disk. */
  long position() {
    return counter.count;
  }

  /**
   * Reads until a range is full or the file ends, and returns the number of bytes read.
   *
   * @throws SplException if the file cannot be read, or the end is not the one that it had when it
   *     was opened
   */
  int read(byte[] into, int start, int end) {
    try {
      int count = stream.readNBytes(into, start, end - start);
      if (start + count < end) {
        checkUnchanged();
      }
      return count;
    } catch (IOException failure) {
      throw UnreadableFile.because(file, failure);
    }
  }

  /** Returns the error that the file is no longer what it was. */
  SplException changed() {
    return UnreadableFile.diagnostic(file, "it changed while it was read").toException();
  }

  private void checkUnchanged() throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    boolean whole = stream != counter || counter.count == size;
    if (!whole || now.size() != size || !now.lastModifiedTime().equals(modified)) {
      throw changed();
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException unimportant) {
      // Everything that was wanted has been read.
    }
  }

  /** Returns whether a file is compressed, going by its name. */
  static boolean isCompressed(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /** Counts the bytes that pass. */
  private static final class Counter extends FilterInputStream {
    private volatile long count;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      add(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
      int read = super.read(into, start, length);
      add(Math.max(0, read));
      return read;
    }

    // One thread reads at a time; the field is volatile for the thread that asks.
    private void add(int bytes) {
      long before = count;
      count = before + bytes;
    }
  }
}
