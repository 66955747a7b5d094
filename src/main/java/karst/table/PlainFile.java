package karst.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import karst.source.SplException;

/** A file that any thread reads at any place, as long as it stays what it was when opened. */
final class PlainFile implements Closeable {
  private final Path file;
  private final FileChannel channel;
  private final long size;
  private final FileTime modified;

  private PlainFile(Path file) throws IOException {
    this.file = file;
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    size = attributes.size();
    modified = attributes.lastModifiedTime();
    channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  /**
   * Opens a file.
   *
   * @throws SplException if it cannot be read
   */
  static PlainFile open(Path file) {
    try {
      return new PlainFile(file);
    } catch (IOException failure) {
      throw UnreadableFile.because(file, failure);
    }
  }

  /** Returns the number of bytes. */
  long size() {
    return size;
  }

  /**
   * Reads a range.
   *
   * @throws SplException if it cannot be read, or the file has become shorter
   */
  void read(long position, byte[] into, int start, int length) {
    ByteBuffer target = ByteBuffer.wrap(into, start, length);
    try {
      while (target.hasRemaining()) {
        if (channel.read(target, position + target.position() - start) < 0) {
          throw changed();
        }
      }
    } catch (IOException failure) {
      throw UnreadableFile.because(file, failure);
    }
  }

  /**
   * Makes sure that the file is still what it was.
   *
   * @throws SplException if it has changed
   */
  void checkUnchanged() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      if (now.size() != size || !now.lastModifiedTime().equals(modified)) {
        throw changed();
      }
    } catch (IOException failure) {
      throw UnreadableFile.because(file, failure);
    }
  }

  private SplException changed() {
    return UnreadableFile.diagnostic(file, "it changed while it was read").toException();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException unimportant) {
      // Everything that was wanted has been read.
    }
  }
}
