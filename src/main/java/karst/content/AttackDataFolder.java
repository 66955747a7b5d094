package karst.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;

/**
 * A folder of recorded events, in which a file is found by the last parts of the address that it is
 * published at: nothing is downloaded.
 */
final class AttackDataFolder {
  private final Path folder;
  private final List<Path> files;

  private AttackDataFolder(Path folder, List<Path> files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * Lists a folder.
   *
   * @throws SplException if it cannot be read
   */
  static AttackDataFolder of(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return new AttackDataFolder(
          folder, files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList());
    } catch (IOException | UncheckedIOException e) {
      throw new SplException(
          Diagnostic.error(
              DiagnosticCode.UNREADABLE_FILE, "cannot read the folder of data `" + folder + "`"),
          e);
    }
  }

  /** Returns a folder without files. */
  static AttackDataFolder none() {
    return new AttackDataFolder(Path.of(""), List.of());
  }

  /**
   * Returns the files whose path has most of an address's last parts in common with it: at least
   * the names of folder and file, or all of a path that is shorter. More than one where the address
   * does not tell them apart. A file may be compressed though the address says nothing of it.
   */
  List<Path> find(String address) {
    List<String> parts = parts(address);
    List<Path> best = new ArrayList<>();
    int most = 0;
    for (Path file : files) {
      List<String> own = parts(file.toString());
      int common = common(own, parts);
      boolean enough = common >= Math.min(2, own.size());
      if (enough && common > most) {
        best.clear();
        most = common;
      }
      if (enough && common == most) {
        best.add(folder.resolve(file));
      }
    }
    return best;
  }

  private static List<String> parts(String address) {
    String path = address.replace('\\', '/').replaceFirst("[?#].*", "");
    return List.of(path.replaceFirst("\\.gz$", "").split("/"));
  }

  private static int common(List<String> file, List<String> address) {
    int count = 0;
    while (count < file.size()
        && count < address.size()
        && fromEnd(file, count).equals(fromEnd(address, count))) {
      count++;
    }
    return count;
  }

  private static String fromEnd(List<String> parts, int index) {
    return parts.get(parts.size() - 1 - index);
  }
}
