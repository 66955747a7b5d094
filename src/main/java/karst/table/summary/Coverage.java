package karst.table.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which files are in a summary. A file of the known path, size and time of change is taken
 * for the known one; any other of a known size is read and compared by its digest.
 */
public final class Coverage {
  private final Map<List<String>, SummaryInput> byPath = new HashMap<>();
  private final Set<List<String>> contents = new HashSet<>();
  private final Set<Long> sizes = new HashSet<>();

  /** Creates the coverage of a summary. */
  public Coverage(Manifest manifest) {
    for (SummaryInput input : manifest.inputs()) {
      byPath.put(List.of(input.path(), input.origin()), input);
      contents.add(List.of(input.digest(), input.origin()));
      sizes.add(input.bytes());
    }
  }

  /**
   * Returns whether the rows of a file are in the summary.
   *
   * @throws karst.source.SplException if the file cannot be read
   */
  public boolean covers(Path file, String origin) {
    SummaryInput known = known(file, origin);
    if (known != null && known.isUnchanged(file)) {
      return true;
    }
    return hasKnownSize(file) && covers(SummaryInput.of(file, origin));
  }

  private boolean hasKnownSize(Path file) {
    try {
      return sizes.contains(Files.size(file));
    } catch (IOException unreadable) {
      // Whoever reads it says why.
      return false;
    }
  }

  /** Returns whether a content is in the summary, wherever it was. */
  boolean covers(SummaryInput input) {
    return contents.contains(List.of(input.digest(), input.origin()));
  }

  /** Returns what a file was when it was summarised, or null. */
  @Nullable SummaryInput known(Path file, String origin) {
    return byPath.get(List.of(file.toAbsolutePath().normalize().toString(), origin));
  }
}
