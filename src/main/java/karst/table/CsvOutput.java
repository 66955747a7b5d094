package karst.table;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of texts to a CSV file (RFC 4180). The file is replaced at once when all is written:
 * a reader sees the old rows or the new ones, never a part. Of several writers that append, in one
 * process or in several, each adds to what the others have written.
 */
public final class CsvOutput {
  /** The lock of a file is one of the process; in it, writers take turns by this. */
  private static final Object APPENDING = new Object();

  private final Path file;

  /** Creates an output to a file that need not exist. */
  public CsvOutput(Path file) {
    this.file = file;
  }

  /**
   * What becomes of the rows that a file has.
   *
   * @param append whether they stay, and with them the file's columns
   * @param createEmpty whether no rows make a file of the columns' names
   * @param deleteIfEmpty whether no rows in place of others delete the file
   * @param update whether a row with the key of one that is there takes its place
   */
  public record Mode(boolean append, boolean createEmpty, boolean deleteIfEmpty, boolean update) {}

  /**
   * Writes rows.
   *
   * @param names the columns
   * @param rows cells by column; null for none
   * @param key which column has the keys of rows to replace; null for none
   * @throws SplException if the file cannot be read or written
   */
  public void write(
      List<String> names, List<@Nullable String[]> rows, Mode mode, @Nullable Integer key) {
    try {
      if (rows.isEmpty()) {
        writeNothing(names, mode);
      } else if (mode.append()) {
        append(names, rows, mode, key);
      } else {
        replace(names, rows);
      }
    } catch (IOException e) {
      throw new SplException(
          Diagnostic.error(
              DiagnosticCode.UNWRITABLE_FILE, "cannot write " + file + ": " + e.getMessage()),
          e);
    }
  }

  private void writeNothing(List<String> names, Mode mode) throws IOException {
    boolean keeps = mode.append() && Files.exists(file);
    if (mode.createEmpty() && !keeps) {
      replace(names, List.of());
    } else if (mode.deleteIfEmpty() && !mode.append()) {
      Files.deleteIfExists(file);
    }
  }

  private void append(
      List<String> names, List<@Nullable String[]> rows, Mode mode, @Nullable Integer key)
      throws IOException {
    synchronized (APPENDING) {
      try (FileChannel channel = FileChannel.open(lockFile(), CREATE, WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && Files.exists(file) && Files.size(file) > 0) {
          addToOldRows(names, rows, mode, key);
        } else {
          replace(names, rows);
        }
      }
    }
  }

  /**
   * It stays: a writer that deletes it could delete one that another has locked. The file itself
   * cannot be locked, since each writer puts a new one in its place.
   */
  private Path lockFile() {
    return file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".lock");
  }

  private void addToOldRows(
      List<String> names, List<@Nullable String[]> rows, Mode mode, @Nullable Integer key)
      throws IOException {
    CsvTexts old = CsvTexts.read(file);
    List<@Nullable String[]> all = new ArrayList<>(old.rows());
    int oldKey = key == null ? -1 : old.names().indexOf(names.get(key));
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; oldKey >= 0 && i < all.size(); i++) {
      String name = all.get(i)[oldKey];
      if (name != null) {
        known.put(name, i);
      }
    }
    for (@Nullable String[] row : rows) {
      Integer place = key == null || row[key] == null ? null : known.get(row[key]);
      if (place == null) {
        if (key != null && row[key] != null) {
          known.put(row[key], all.size());
        }
        all.add(fitted(row, names, new String[old.names().size()], old.names()));
      } else if (mode.update()) {
        all.set(place, fitted(row, names, all.get(place).clone(), old.names()));
      }
    }
    replace(old.names(), all);
  }

  /** Puts the cells of a row into those columns that the file has. */
  private static @Nullable String[] fitted(
      @Nullable String[] row, List<String> names, @Nullable String[] into, List<String> columns) {
    for (int i = 0; i < row.length; i++) {
      int column = columns.indexOf(names.get(i));
      if (column >= 0) {
        into[column] = row[i];
      }
    }
    return into;
  }

  private void replace(List<String> names, List<@Nullable String[]> rows) throws IOException {
    Path part = part();
    try {
      write(part, names, rows);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Unlike a temporary file's, its mode is the one that a user's files have. */
  private Path part() {
    return file.toAbsolutePath().resolveSibling(".karst" + UUID.randomUUID() + ".csv");
  }

  private static void write(Path part, List<String> names, List<@Nullable String[]> rows)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8, CREATE_NEW)) {
      record(out, names.toArray(new String[0]));
      for (@Nullable String[] row : rows) {
        record(out, row);
      }
    }
  }

  private static void record(Writer out, @Nullable String[] cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      out.write(i == 0 ? "" : ",");
      out.write(quoted(cells[i], cells.length == 1));
    }
    out.write("\n");
  }

  /**
   * A lone empty cell needs quotes: an empty line is no record; and so does one that begins with a
   * blank, which a lookup would lose.
   */
  private static String quoted(@Nullable String cell, boolean alone) {
    if (cell == null || cell.isEmpty()) {
      return alone ? "\"\"" : "";
    }
    boolean plain = cell.charAt(0) != ' ';
    for (int i = 0; plain && i < cell.length(); i++) {
      char c = cell.charAt(i);
      plain = c != ',' && c != '"' && c != '\n' && c != '\r';
    }
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
