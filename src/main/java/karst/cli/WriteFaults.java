package karst.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;

/** Says why something cannot be written. */
final class WriteFaults {
  private WriteFaults() {}

  /**
   * Takes the failure to write to standard output. When nobody reads any more, as behind {@code |
   * head -1}, that is no fault: the reader has what it wanted.
   *
   * @throws SplException if it is a fault
   */
  static void standardOutput(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    // Unix says that the pipe is broken, Windows that it is being closed or has been ended.
    boolean abandoned = message.contains("Broken pipe") || message.contains("pipe is being closed");
    if (!abandoned && !message.contains("pipe has been ended")) {
      throw because("the standard output", failure);
    }
  }

  /** Returns the fault of a file. */
  static SplException because(Path file, IOException failure) {
    return because("`" + file + "`", failure);
  }

  private static SplException because(String what, IOException failure) {
    return new SplException(
        Diagnostic.error(
            DiagnosticCode.UNWRITABLE_FILE, "cannot write to " + what + ": " + reason(failure)),
        failure);
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    // The message of a file system's failure would repeat the path.
    String message =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
