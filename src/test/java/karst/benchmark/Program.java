package karst.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A program file.
 *
 * @param path the full path
 * @param name the file's name without its folder
 * @param originalFileName the name in its version resource, or empty
 * @param hashes the file's hashes in the form {@code MD5=…,SHA256=…,IMPHASH=…}
 */
record Program(String path, String name, String originalFileName, String hashes) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Returns the program at a path. */
  static Program of(String path, String originalFileName) {
    return new Program(path, name(path), originalFileName, hashes(path));
  }

  /** Returns a program whose version resource has the same name as the file. */
  static Program of(String path) {
    return of(path, name(path));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('\\') + 1);
  }

  /** One digest of the path, cut in three, stands for three digests of a file. */
  private static String hashes(String path) {
    try {
      String hex =
          HEX.formatHex(
              MessageDigest.getInstance("SHA-512").digest(path.getBytes(StandardCharsets.UTF_8)));
      return "MD5="
          + hex.substring(0, 32)
          + ",SHA256="
          + hex.substring(32, 96)
          + ",IMPHASH="
          + hex.substring(96);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-512", e);
    }
  }
}
