package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of several searches go: each search's to a file of its own, or all to the standard
 * output, which then says whose they are.
 */
final class ResultFiles {
  private static final String SEARCH_SUFFIX = ".spl";

  private final @Nullable Path folder;
  private final Format format;
  private boolean begun;

  private ResultFiles(@Nullable Path folder, Format format) {
    this.folder = folder;
    this.format = format;
  }

  /**
   * Creates the outputs of some searches.
   *
   * @param folder where each gets a file; null for the standard output
   * @throws IllegalArgumentException if two would get one file, the folder is a file, or the format
   *     cannot say whose a row is
   */
  static ResultFiles of(List<Path> searches, @Nullable Path folder, Format format) {
    if (folder == null) {
      if (!format.tellsSearches()) {
        throw new IllegalArgumentException(
            "several searches as "
                + format
                + " need --output FOLDER, for a file each; table and ndjson do not");
      }
      return new ResultFiles(null, format);
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "the output of several searches is a folder, and `" + folder + "` is a file");
    }
    ResultFiles files = new ResultFiles(folder, format);
    Map<String, Path> owners = new HashMap<>();
    for (Path search : searches) {
      Path other = owners.putIfAbsent(files.name(search), search);
      if (other != null) {
        throw new IllegalArgumentException(
            "`" + other + "` and `" + search + "` would both be written to " + files.name(search));
      }
    }
    return files;
  }

  private String name(Path search) {
    String file = String.valueOf(search.getFileName());
    String base =
        file.endsWith(SEARCH_SUFFIX)
            ? file.substring(0, file.length() - SEARCH_SUFFIX.length())
            : file;
    return base + "." + (format == Format.TABLE ? "txt" : format);
  }

  /**
   * Opens the output of a search.
   *
   * @throws karst.source.SplException if it cannot be written
   */
  Output open(Path search, Streams streams) {
    if (folder == null) {
      return Output.to(null, streams);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw WriteFaults.because(folder, failure);
    }
    return Output.to(folder.resolve(name(search)), streams);
  }

  /** Returns a writer of the rows of a search. */
  RowWriter writer(Path search, Output output, Schema columns, TableStyle style) {
    OutputStream out = output.stream();
    if (folder != null || format != Format.NDJSON) {
      head(search, out);
      return format.writer(out, columns, style);
    }
    return new JsonRowWriter(out, columns, search.toString());
  }

  /** Says whose the table below is. */
  private void head(Path search, OutputStream out) {
    if (folder == null) {
      try {
        String head = (begun ? "\n" : "") + VisibleText.of(search.toString()) + ":\n";
        out.write(head.getBytes(StandardCharsets.UTF_8));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** Counts an output that is complete. */
  void wrote() {
    begun = true;
  }
}
