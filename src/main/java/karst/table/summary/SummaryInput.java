package karst.table.summary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import karst.source.SplException;
import karst.table.UnreadableFile;

/**
 * A file whose rows are in a summary.
 *
 * @param path where it was
 * @param bytes its size
 * @param modified when it was changed last, in milliseconds since the epoch
 * @param digest the SHA-256 of its content
 * @param origin how it was read, such as with which sourcetype; other readings make other rows
 */
public record SummaryInput(String path, long bytes, long modified, String digest, String origin) {
  private static final int BLOCK = 1 << 20;

  /**
   * Describes a file as it is now.
   *
   * @throws SplException if it cannot be read
   */
  public static SummaryInput of(Path file, String origin) {
    try {
      Path path = file.toAbsolutePath().normalize();
      long bytes = Files.size(file);
      long modified = Files.getLastModifiedTime(file).toMillis();
      return new SummaryInput(path.toString(), bytes, modified, digest(file), origin);
    } catch (IOException failure) {
      throw UnreadableFile.because(file, failure);
    }
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the algorithm of digests, which every Java has. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns whether the file has the size and the time of change that are known of it. */
  boolean isUnchanged(Path file) {
    try {
      return Files.size(file) == bytes && Files.getLastModifiedTime(file).toMillis() == modified;
    } catch (IOException gone) {
      return false;
    }
  }
}
