package karst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.CsvOptions;
import karst.table.CsvTable;
import karst.table.Table;
import org.jspecify.annotations.Nullable;

/** A folder of CSV files, each a table under its name with or without {@code .csv}. */
final class LookupFolder {
  private static final String SUFFIX = ".csv";

  private final Path folder;
  private final Map<String, Table> opened = new ConcurrentHashMap<>();

  LookupFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Diagnostic.error(
              DiagnosticCode.UNREADABLE_FILE, "the lookups folder " + folder + " does not exist")
          .toException();
    }
    this.folder = folder;
  }

  @Nullable Table find(String name) {
    String file = name.endsWith(SUFFIX) ? name : name + SUFFIX;
    // A name is no path: it must not lead out of the folder.
    Path path = folder.resolve(file).normalize();
    if (!path.startsWith(folder.normalize()) || !Files.isRegularFile(path)) {
      return null;
    }
    return opened.computeIfAbsent(file, key -> CsvTable.open(name, path, CsvOptions.defaults()));
  }

  List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
