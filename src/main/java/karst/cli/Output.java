package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes a result, and shows it whole or not at all. */
interface Output extends AutoCloseable {
  /**
   * Opens an output.
   *
   * @param file where the result goes; null for the standard output
   * @throws karst.source.SplException if the file cannot be written
   */
  static Output to(@Nullable Path file, Streams streams) {
    if (file == null) {
      return new SpooledOutput(streams::out, WriteFaults::standardOutput);
    }
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      // A device such as /dev/null must not be replaced.
      return new SpooledOutput(
          () -> Files.newOutputStream(file),
          failure -> {
            throw WriteFaults.because(file, failure);
          });
    }
    return FileOutput.open(file);
  }

  /**
   * Returns where the result is written to. A failure to write is an {@link
   * karst.source.SplException}.
   */
  OutputStream stream();

  /**
   * Shows the result, which must be complete.
   *
   * @throws karst.source.SplException if that fails
   */
  void commit();

  /** Drops what was not committed. */
  @Override
  void close() throws IOException;
}
