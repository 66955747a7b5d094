package karst.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that an input means, in the order of their names.
 *
 * @param kind what the files hold, such as {@code events}
 * @param wanted whether a file counts, by its path within the folder
 */
public record InputFiles(String kind, Predicate<Path> wanted) {
  private static final String WILDCARDS = "*?[{";

  /**
   * Returns the files of a path: a file, a folder (those of folders within included) or a pattern.
   *
   * @throws SplException if there are none, or a folder cannot be read
   */
  public List<Path> of(String text) {
    Path path = path(text);
    if (path != null && Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (path != null && Files.isDirectory(path)) {
      return some(text, walk(path, null));
    }
    if (firstWildcard(text) < 0) {
      Path missing = path == null ? Path.of("") : path;
      throw path != null && Files.exists(path)
          ? Diagnostic.error(DiagnosticCode.UNREADABLE_FILE, "`" + text + "` is no file or folder")
              .toException()
          : UnreadableFile.because(missing, new NoSuchFileException(text));
    }
    return some(text, matching(text));
  }

  private List<Path> matching(String text) {
    int slash = text.lastIndexOf('/', firstWildcard(text));
    Path base = Path.of(slash < 0 ? "." : slash == 0 ? "/" : text.substring(0, slash));
    String pattern = text.substring(slash + 1);
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      return Files.isDirectory(base) ? walk(base, matcher) : List.of();
    } catch (PatternSyntaxException wrong) {
      throw new SplException(
          Diagnostic.error(
              DiagnosticCode.BAD_OPTION,
              "`" + text + "` is no pattern of files: " + wrong.getDescription()),
          wrong);
    }
  }

  /** Links are not followed into folders, which might lead round in a circle. */
  private List<Path> walk(Path folder, @Nullable PathMatcher pattern) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(
              file -> pattern == null ? !isHidden(folder, file) : matches(folder, file, pattern))
          .filter(file -> wanted.test(folder.relativize(file)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw UnreadableFile.because(folder, failure);
    } catch (UncheckedIOException failure) {
      throw UnreadableFile.because(folder, Objects.requireNonNull(failure.getCause()));
    }
  }

  private static boolean matches(Path folder, Path file, PathMatcher pattern) {
    return pattern.matches(folder.relativize(file));
  }

  private static boolean isHidden(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private List<Path> some(String text, List<Path> files) {
    if (files.isEmpty()) {
      throw Diagnostic.error(
              DiagnosticCode.UNREADABLE_FILE,
              "there are no files of " + kind + " in `" + text + "`")
          .toException();
    }
    return new ArrayList<>(files);
  }

  private static int firstWildcard(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (WILDCARDS.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException unfit) {
      return null;
    }
  }
}
