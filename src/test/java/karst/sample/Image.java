package karst.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A program file.
 *
 * @param path the full path
 * @param originalFileName the name in the file's version resource, which a copy keeps; null when it
 *     has none
 * @param content what stands for the file's bytes: a renamed copy has the same hashes
 */
record Image(String path, @Nullable String originalFileName, String content) {
  /** Returns a program at a path. */
  static Image of(String path, @Nullable String originalFileName) {
    return new Image(path, originalFileName, path.toLowerCase(Locale.ROOT));
  }

  /** Returns a program of Windows itself. */
  static Image system(String name, String originalFileName) {
    return of("C:\\Windows\\System32\\" + name, originalFileName);
  }

  /** Returns a program of Windows itself whose version resource has its name in capitals. */
  static Image system(String name) {
    return system(name, name.toUpperCase(Locale.ROOT));
  }

  /** Returns a copy of this program at another path. */
  Image copiedTo(String otherPath) {
    return new Image(otherPath, originalFileName, content);
  }

  /** Returns the file's name without its folder. */
  String name() {
    return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
  }

  /** Returns the path, in double quotes when it has a blank. */
  String quotedPath() {
    return path.indexOf(' ') < 0 ? path : '"' + path + '"';
  }

  /** Returns the file's hashes in the form {@code MD5=…,SHA256=…}. */
  String hashes() {
    return "MD5=" + digest("MD5") + ",SHA256=" + digest("SHA-256");
  }

  private String digest(String algorithm) {
    try {
      byte[] hash =
          MessageDigest.getInstance(algorithm).digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has " + algorithm, e);
    }
  }
}
