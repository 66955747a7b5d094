package karst.table.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.table.UnreadableFile;

/** An open file, read at any place by one thread at a time. */
final class ParquetInput implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final long size;

  private ParquetInput(Path path, FileChannel channel, long size) {
    this.path = path;
    this.channel = channel;
    this.size = size;
  }

  /**
   * Opens a file.
   *
   * @throws SplException if it cannot be read
   */
  static ParquetInput open(Path path) {
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      try {
        return new ParquetInput(path, channel, channel.size());
      } catch (IOException failure) {
        channel.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw UnreadableFile.because(path, failure);
    }
  }

  /** Returns the number of bytes. */
  long size() {
    return size;
  }

  /**
   * Returns some bytes.
   *
   * @throws SplException if they are not there or cannot be read
   */
  byte[] read(long offset, long length) {
    if (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 16 || offset + length > size) {
      throw damaged(offset, "it ends before the " + length + " bytes that should be there");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length);
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, offset + bytes.position()) < 0) {
          throw damaged(offset + bytes.position(), "it ends there, too early");
        }
      }
      return bytes.array();
    } catch (ClosedByInterruptException interrupted) {
      throw new SplException(
          Diagnostic.error(DiagnosticCode.CANCELLED, "the search was interrupted"), interrupted);
    } catch (IOException failure) {
      throw UnreadableFile.because(path, failure);
    }
  }

  /** Returns the error that the file is not what it should be from some byte on. */
  SplException damaged(long offset, String reason) {
    return UnreadableFile.diagnostic(path, "it is damaged at byte " + offset + ": " + reason)
        .toException();
  }

  /** Returns the error that something in the file cannot be read here. */
  SplException unsupported(String column, String what) {
    return Diagnostic.error(
            DiagnosticCode.UNSUPPORTED,
            "cannot read column `" + column + "` of `" + path + "`: " + what)
        .toException();
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
