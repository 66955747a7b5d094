package karst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import karst.lookup.LookupDefinition;
import karst.lookup.LookupFiles;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.table.CsvOptions;
import karst.table.CsvTable;
import karst.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A folder of CSV files, each a table under its name with or without {@code .csv}, and of
 * definitions of lookups over them.
 */
final class LookupFolder {
  private static final String SUFFIX = ".csv";

  private final Path folder;
  private final LookupFiles definitions;
  private final Map<Path, Opened> opened = new ConcurrentHashMap<>();

  /** A table whose header was read, and when its file was written. */
  private record Opened(Table table, FileTime written) {}

  LookupFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Diagnostic.error(
              DiagnosticCode.UNREADABLE_FILE, "the lookups folder " + folder + " does not exist")
          .toException();
    }
    this.folder = folder;
    this.definitions = LookupFiles.read(folder);
  }

  /** Returns the definition of a name, or null. */
  @Nullable LookupDefinition definition(String name) {
    return definitions.find(name);
  }

  /** Returns the file of a name as a table, or null. */
  @Nullable Table find(String name) {
    Path path = path(name);
    FileTime written = path == null ? null : written(path);
    while (path != null && written != null) {
      try {
        return open(name, path, written);
      } catch (SplException unreadable) {
        FileTime now = written(path);
        if (written.equals(now)) {
          throw unreadable;
        }
        // Another search has put a new file in its place meanwhile.
        written = now;
      }
    }
    return null;
  }

  private Table open(String name, Path path, FileTime written) {
    return opened
        .compute(
            path,
            (key, before) ->
                before != null && before.written().equals(written)
                    ? before
                    : new Opened(CsvTable.open(name, path, CsvOptions.ofLookups()), written))
        .table();
  }

  /** Returns where the file of a name is or would be; null for a name that leads elsewhere. */
  @Nullable Path path(String name) {
    // A name is no path: it must not lead out of the folder.
    Path path = folder.resolve(file(name)).normalize();
    return path.startsWith(folder.normalize()) ? path : null;
  }

  /** Returns when a file was written, or null if there is none. */
  private static @Nullable FileTime written(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.getLastModifiedTime(path) : null;
    } catch (NoSuchFileException deleted) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(String name) {
    return name.endsWith(SUFFIX) || name.endsWith(SUFFIX + ".gz") ? name : name + SUFFIX;
  }

  List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      Stream<String> tables =
          files
              .map(path -> path.getFileName().toString())
              .filter(file -> file.endsWith(SUFFIX))
              .map(file -> file.substring(0, file.length() - SUFFIX.length()));
      return Stream.concat(tables, definitions.names().stream()).distinct().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
