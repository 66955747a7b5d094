package karst.table.summary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.table.Table;
import karst.table.UnreadableFile;
import karst.table.parquet.ParquetTable;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a dataset's summary.
 *
 * @param dataset the dataset, after which the folder is called
 * @param path the folder
 */
public record SummaryFolder(String dataset, Path path) {
  // Readers of Parquet pass over names like these.
  private static final String MANIFEST = "_manifest.json";
  private static final String LOCK = "_lock";
  private static final String PART = ".part";
  private static final String PARQUET = ".parquet";

  /** Returns the folder of a dataset within one of summaries. */
  public static SummaryFolder of(Path summaries, String dataset) {
    return new SummaryFolder(dataset, summaries.resolve(dataset));
  }

  /**
   * Returns the datasets that have a summary within a folder, in order.
   *
   * @throws SplException if there is no such folder
   */
  public static List<String> datasets(Path summaries) {
    try (Stream<Path> folders = Files.list(summaries)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(MANIFEST)))
          .map(folder -> String.valueOf(folder.getFileName()))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw UnreadableFile.because(summaries, failure);
    }
  }

  /**
   * Returns what is in the summary; nothing if there is none.
   *
   * @throws SplException if the manifest cannot be read
   */
  public Manifest manifest() {
    Path file = path.resolve(MANIFEST);
    try {
      Manifest manifest = Manifest.parse(Files.readAllBytes(file));
      if (!manifest.dataset().equals(dataset)) {
        throw new IOException("it is the manifest of `" + manifest.dataset() + "`");
      }
      return manifest;
    } catch (NoSuchFileException none) {
      return Manifest.empty(dataset);
    } catch (IOException failure) {
      throw UnreadableFile.because(file, failure);
    }
  }

  /**
   * Returns the summary as a table; null if there is none.
   *
   * @throws SplException if a file is missing or cannot be read
   */
  public @Nullable Table table() {
    List<Path> files = new ArrayList<>();
    for (SummaryFile file : manifest().files()) {
      files.add(path.resolve(file.name()));
    }
    return files.isEmpty() ? null : ParquetTable.open(dataset, files, null);
  }

  /** The right to write, for one process at a time; a process that dies loses it. */
  final class Lock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private Lock(FileChannel channel, FileLock lock) {
      this.channel = channel;
      this.lock = lock;
    }

    @Override
    public void close() {
      try (channel) {
        lock.release();
      } catch (IOException unimportant) {
        // Closing the file releases it, too.
      }
    }
  }

  /**
   * Takes the right to write.
   *
   * @throws SplException if another has it, or the folder cannot be written
   */
  Lock lock() {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw unwritable("another process writes to it");
      }
      return new Lock(channel, lock);
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ofThisProcess) {
      return null;
    }
  }

  /** Removes what writers that died left; for whoever has the lock. */
  void clean() throws IOException {
    Set<String> known =
        manifest().files().stream().map(SummaryFile::name).collect(Collectors.toSet());
    List<Path> left;
    try (Stream<Path> files = Files.list(path)) {
      left = files.filter(file -> isLeft(String.valueOf(file.getFileName()), known)).toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
  }

  private static boolean isLeft(String name, Set<String> known) {
    return name.endsWith(PART) || name.endsWith(PARQUET) && !known.contains(name);
  }

  /** Returns where a file is written until it is whole. */
  Path part(String name) {
    return path.resolve("." + name + PART);
  }

  /** Gives whole files their names, and then makes them part of the summary. */
  void commit(Manifest manifest, List<SummaryFile> files) throws IOException {
    for (SummaryFile file : files) {
      move(part(file.name()), path.resolve(file.name()));
    }
    Path part = part(MANIFEST);
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(manifest.toJson()));
      out.force(true);
    }
    move(part, path.resolve(MANIFEST));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  SplException unwritable(IOException failure) {
    String reason = failure.getMessage();
    return new SplException(
        diagnostic(reason == null ? failure.getClass().getSimpleName() : reason), failure);
  }

  private SplException unwritable(String reason) {
    return diagnostic(reason).toException();
  }

  private Diagnostic diagnostic(String reason) {
    return Diagnostic.error(
        DiagnosticCode.UNWRITABLE_FILE, "cannot write the summary in `" + path + "`: " + reason);
  }
}
