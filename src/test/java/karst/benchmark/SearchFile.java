package karst.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A search of a file.
 *
 * @param name the file's name
 * @param spl the search
 */
record SearchFile(String name, String spl) {
  private static final String YAML = ".yml";
  private static final String SPL = ".spl";

  /** Reads a file: of YAML, the text under {@code search}, which may be missing; else all of it. */
  static SearchFile read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String text = Files.readString(file);
    if (name.endsWith(YAML)) {
      Object detection = new Load(LoadSettings.builder().build()).loadFromString(text);
      Object search = detection instanceof Map<?, ?> fields ? fields.get("search") : null;
      text = search == null ? "" : search.toString();
    }
    return new SearchFile(name, text);
  }

  /** Returns the searches of a folder and the folders in it, in order of their paths. */
  static List<SearchFile> list(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.walk(folder)) {
      files = entries.filter(SearchFile::isSearch).sorted().toList();
    }
    List<SearchFile> searches = new ArrayList<>();
    for (Path file : files) {
      SearchFile search = read(file);
      if (!search.spl().isBlank()) {
        searches.add(search);
      }
    }
    return searches;
  }

  private static boolean isSearch(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && (name.endsWith(YAML) || name.endsWith(SPL));
  }
}
