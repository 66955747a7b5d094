package karst.cli;

import java.nio.file.Path;
import java.util.List;
import karst.source.SourceText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where searches come from: files, or one from the command line itself. */
final class SearchOptions {
  @Parameters(
      index = "0..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files with one search each; several run together.")
  private List<Path> files = List.of();

  @Option(names = "-e", paramLabel = "SPL", description = "The search itself, in place of a file.")
  private @Nullable String text;

  /** Returns the files if there are several, else none. */
  List<Path> several() {
    return files.size() > 1 ? files : List.of();
  }

  /**
   * Returns the only search.
   *
   * @throws karst.source.SplException if its file is no readable text
   */
  SourceText read() {
    return text != null ? SourceText.of("<query>", text) : QueryFile.read(files.get(0));
  }
}
