package karst.cli;

import java.nio.file.Path;
import karst.source.SourceText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the search comes from: a file, or the command line itself. */
final class QueryOptions {
  @Parameters(index = "0", paramLabel = "FILE", description = "A file with one search.")
  private @Nullable Path file;

  @Option(names = "-e", paramLabel = "SPL", description = "The search itself, in place of a file.")
  private @Nullable String text;

  /**
   * Returns the search.
   *
   * @throws karst.source.SplException if the file is no readable text
   */
  SourceText read() {
    if (text != null) {
      return SourceText.of("<query>", text);
    }
    if (file == null) {
      throw new IllegalStateException("neither a file nor a text");
    }
    return QueryFile.read(file);
  }
}
