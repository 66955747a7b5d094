package karst.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * Holds bytes until all are there: a small number in memory, more in a temporary file, which nobody
 * else may read and which goes away with the process.
 */
final class Spool extends OutputStream {
  private static final int IN_MEMORY = 1 << 20;
  private static final int BLOCK = 1 << 16;

  private final ByteArrayOutputStream memory = new ByteArrayOutputStream(BLOCK);
  private @Nullable Path file;
  private @Nullable OutputStream overflow;

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) {
    if (overflow == null && memory.size() + length <= IN_MEMORY) {
      memory.write(bytes, start, length);
      return;
    }
    try {
      overflow().write(bytes, start, length);
    } catch (IOException failure) {
      throw fault(failure);
    }
  }

  private OutputStream overflow() throws IOException {
    if (overflow == null) {
      file = Files.createTempFile("karst", ".spool");
      // The process may be interrupted.
      file.toFile().deleteOnExit();
      overflow = new BufferedOutputStream(Files.newOutputStream(file), BLOCK);
      memory.writeTo(overflow);
      memory.reset();
    }
    return overflow;
  }

  /**
   * Copies everything; nothing may be written afterwards.
   *
   * @throws IOException if the target fails
   */
  void copyTo(OutputStream out) throws IOException {
    finish();
    memory.writeTo(out);
    if (file == null) {
      return;
    }
    byte[] block = new byte[BLOCK];
    try (InputStream in = open(file)) {
      for (int count = read(in, block); count >= 0; count = read(in, block)) {
        out.write(block, 0, count);
      }
    }
  }

  // A failure of the temporary file must not be taken for one of the target.
  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException failure) {
      throw fault(failure);
    }
  }

  private static int read(InputStream in, byte[] block) {
    try {
      return in.read(block);
    } catch (IOException failure) {
      throw fault(failure);
    }
  }

  private void finish() {
    try {
      if (overflow != null) {
        overflow.close();
      }
    } catch (IOException failure) {
      throw fault(failure);
    }
  }

  private static SplException fault(IOException failure) {
    String folder = System.getProperty("java.io.tmpdir");
    return new SplException(
        Diagnostic.error(
                DiagnosticCode.UNWRITABLE_FILE,
                "cannot keep the result in `" + folder + "`: " + failure.getMessage())
            .hint("make room there, or write the result with --output"),
        failure);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      try {
        finish();
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }
}
