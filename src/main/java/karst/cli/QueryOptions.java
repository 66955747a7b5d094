package karst.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the search comes from: a file, or the command line itself. */
final class QueryOptions {
  @Parameters(index = "0", paramLabel = "FILE", description = "A file with one search.")
  private @Nullable Path file;

  @Option(names = "-e", paramLabel = "SPL", description = "The search itself, in place of a file.")
  private @Nullable String text;

  /** Returns the search. */
  SourceText read() {
    if (text != null) {
      return SourceText.of("<query>", text);
    }
    if (file == null) {
      throw new IllegalStateException("neither a file nor a text");
    }
    try {
      return SourceText.of(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new SplException(
          Diagnostic.error(DiagnosticCode.UNREADABLE_FILE, "the file " + file + " is not UTF-8"),
          e);
    } catch (IOException e) {
      String fault = Files.exists(file) ? "cannot be read" : "does not exist";
      throw new SplException(
          Diagnostic.error(DiagnosticCode.UNREADABLE_FILE, "the file " + file + " " + fault), e);
    }
  }
}
