package karst.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * Takes a result whole or not at all: rows go to a temporary file beside the target, and move to
 * their place only when the run has succeeded.
 */
final class Output implements AutoCloseable {
  private final @Nullable Path target;
  private final Path temporary;
  private final OutputStream stream;
  private final Streams streams;

  private Output(@Nullable Path target, Path temporary, Streams streams) throws IOException {
    this.target = target;
    this.temporary = temporary;
    this.stream = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16);
    this.streams = streams;
  }

  /** Returns an output to a file; null for the standard output. */
  static Output to(@Nullable Path file, Streams streams) {
    try {
      if (file == null) {
        return new Output(null, Files.createTempFile("karst", ".out"), streams);
      }
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null || Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      return new Output(file, Files.createTempFile(folder, ".karst", ".part"), streams);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Returns where rows are written to. */
  OutputStream stream() {
    return stream;
  }

  /** Puts the whole result in its place. */
  void commit() {
    try {
      stream.close();
      if (target == null) {
        Files.copy(temporary, streams.out());
        streams.out().flush();
      } else {
        move(target);
      }
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private void move(Path file) throws IOException {
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static SplException unwritable(@Nullable Path file, IOException e) {
    String what = file == null ? "the result" : "the file " + file;
    return new SplException(
        Diagnostic.error(
            DiagnosticCode.UNWRITABLE_FILE, what + " cannot be written: " + e.getMessage()),
        e);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    Files.deleteIfExists(temporary);
  }
}
