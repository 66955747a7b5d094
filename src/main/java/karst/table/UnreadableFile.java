package karst.table;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;

/** Says why a file cannot be read, and which one was probably meant. */
public final class UnreadableFile {
  private UnreadableFile() {}

  /** Returns the failure of an operation on a file as an error for the user. */
  public static SplException because(Path file, IOException failure) {
    Diagnostic diagnostic = diagnostic(file, reason(failure));
    Path name = file.getFileName();
    if (failure instanceof NoSuchFileException && name != null) {
      diagnostic = diagnostic.suggest(name.toString(), neighbours(file));
    }
    return new SplException(diagnostic, failure);
  }

  /** Returns the error that a file is not fit to be read, with the reason. */
  public static Diagnostic diagnostic(Path file, String reason) {
    return Diagnostic.error(
        DiagnosticCode.UNREADABLE_FILE, "cannot read `" + file + "`: " + reason);
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
      return "no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof ZipException) {
      return "it is not in gzip format, as its name says, or it is damaged";
    }
    if (failure instanceof EOFException) {
      return "its compressed data ends too early";
    }
    // The message of a file system's failure would repeat the path.
    String message =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static List<String> neighbours(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).map(String::valueOf).sorted().toList();
    } catch (IOException unreadable) {
      // Only a hint is lost.
      return List.of();
    }
  }
}
