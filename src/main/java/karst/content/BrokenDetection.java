package karst.content;

import java.util.List;
import karst.source.Diagnostic;

/**
 * A file that is no detection.
 *
 * @param file the file below the content folder, with {@code /} between the parts
 * @param diagnostics what is wrong with it; at least one
 */
public record BrokenDetection(String file, List<Diagnostic> diagnostics) implements DetectionFile {
  public BrokenDetection {
    diagnostics = List.copyOf(diagnostics);
  }

  @Override
  public String name() {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
