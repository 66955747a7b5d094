package karst.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.source.SplException;

/** Reads a search from a file. */
final class QueryFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  // The longest detections have some thousand characters; a data file given by mistake has more.
  private static final long MAX_BYTES = 4 << 20;

  private QueryFile() {}

  /**
   * Returns the text of a file, without a byte order mark.
   *
   * @throws SplException if the file is no readable text
   */
  static SourceText read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw fault(file, "it is a folder").toException();
      }
      if (Files.size(file) > MAX_BYTES) {
        throw fault(file, "it has more than 4 MB, too much for a search")
            .hint("data is given with --table NAME=FILE")
            .toException();
      }
      String text = Files.readString(file);
      if (text.indexOf('\0') >= 0) {
        throw fault(file, "it is not a text").toException();
      }
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      String search = marked ? text.substring(1) : text;
      if (search.isBlank()) {
        throw fault(file, "it is empty").toException();
      }
      return SourceText.of(file.toString(), search);
    } catch (CharacterCodingException e) {
      throw new SplException(fault(file, "it is not a text in UTF-8"), e);
    } catch (NoSuchFileException e) {
      String name = String.valueOf(file.getFileName());
      throw new SplException(fault(file, "no such file").suggest(name, neighbours(file)), e);
    } catch (AccessDeniedException e) {
      throw new SplException(fault(file, "permission denied"), e);
    } catch (IOException e) {
      throw new SplException(fault(file, String.valueOf(e.getMessage())), e);
    }
  }

  private static Diagnostic fault(Path file, String reason) {
    return Diagnostic.error(
        DiagnosticCode.UNREADABLE_FILE, "cannot read `" + file + "`: " + reason);
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
