package karst.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;

/**
 * The files that a folder of detections may begin with: a detection that works, a macro, recorded
 * events, tests of what has to be found and what not, and a job that runs them at every push.
 */
public final class Skeleton {
  /** All of them, because a class path cannot be listed. */
  private static final List<String> FILES =
      List.of(
          "content/detections/endpoint/archive_from_temp.yml",
          "content/detections/endpoint/archive_from_temp.test.yml",
          "content/macros/archiver.yml",
          "data/archive/sysmon.jsonl",
          "data/listing.csv",
          "data/packing.csv",
          ".github/workflows/detections.yml");

  private Skeleton() {}

  /** Returns the paths of the files below the folder. */
  public static List<String> files() {
    return FILES;
  }

  /**
   * Writes the files into a folder, which need not exist.
   *
   * @throws SplException if one of the files is there already, and then nothing is written; or if
   *     one cannot be written
   */
  public static void write(Path folder) {
    for (String file : FILES) {
      if (Files.exists(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
        throw unwritable("`" + folder.resolve(file) + "` is there already")
            .hint("nothing was written; name a folder without it")
            .toException();
      }
    }
    for (String file : FILES) {
      Path path = folder.resolve(file);
      try {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.write(path, content(file), StandardOpenOption.CREATE_NEW);
      } catch (IOException failure) {
        throw new SplException(unwritable("cannot write `" + path + "`"), failure);
      }
    }
  }

  private static Diagnostic unwritable(String message) {
    return Diagnostic.error(DiagnosticCode.UNWRITABLE_FILE, message);
  }

  private static byte[] content(String file) {
    try (InputStream in = Skeleton.class.getResourceAsStream("/karst/skeleton/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
