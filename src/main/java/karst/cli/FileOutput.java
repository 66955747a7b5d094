package karst.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** An output to a file: a file beside it takes its place when the result is complete. */
final class FileOutput implements Output {
  private final Path target;
  private final Path part;
  private final Checked stream;

  private FileOutput(Path target, Path part, OutputStream stream) {
    this.target = target;
    this.part = part;
    this.stream = new Checked(stream);
  }

  /**
   * Opens an output.
   *
   * @throws karst.source.SplException if the file cannot be written
   */
  static FileOutput open(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      // What a link points to is written, not the link.
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.exists(target) && !Files.isWritable(target)) {
        throw new IOException("permission denied");
      }
      Path part = part(target);
      // Unlike that of a temporary file, its mode is the one that a user's files have.
      OutputStream stream = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
      // The process may be interrupted.
      part.toFile().deleteOnExit();
      return new FileOutput(target, part, stream);
    } catch (IOException failure) {
      throw WriteFaults.because(file, failure);
    }
  }

  private static Path part(Path target) throws IOException {
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(target.toString());
    }
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid();
    for (int i = 0; ; i++) {
      Path part = folder.resolve(name + "-" + i + ".part");
      if (!Files.exists(part)) {
        return part;
      }
      if (i == 1000) {
        throw new FileAlreadyExistsException(part.toString());
      }
    }
  }

  @Override
  public OutputStream stream() {
    return stream;
  }

  @Override
  public void commit() {
    try {
      stream.close();
      move();
    } catch (IOException failure) {
      throw WriteFaults.because(target, failure);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      stream.close();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Names the file in failures, which otherwise would be those of whoever writes to it. */
  private final class Checked extends OutputStream {
    private static final int BLOCK = 1 << 16;

    private final OutputStream out;

    Checked(OutputStream out) {
      this.out = new BufferedOutputStream(out, BLOCK);
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
      try {
        out.write(bytes, start, length);
      } catch (IOException failure) {
        throw WriteFaults.because(target, failure);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
