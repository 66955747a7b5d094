package karst.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The first record of a CSV file: the names of the columns.
 *
 * @param schema the columns; a cell without a name makes none
 * @param cells for each column, the index of its cell in a record
 * @param width the number of cells of the header
 * @param prefix the bytes of the file up to the first row
 * @param lines the number of lines in them
 * @param blanks whether blanks at the start of a cell without quotes belong to it
 */
record CsvHeader(
    Schema schema, List<Integer> cells, int width, byte[] prefix, int lines, boolean blanks) {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * Reads a file's header.
   *
   * @throws SplException if the file cannot be read, is empty, or its header names no columns or
   *     one twice
   */
  static CsvHeader read(Path file, CsvOptions options) {
    try (ChunkReader reader = new ChunkReader(CsvInput.open(file), options)) {
      Tokenizer tokenizer = new Tokenizer(Tokenizer.ANY_WIDTH);
      CsvRecords records = new CsvRecords();
      ByteArrayOutputStream prefix = new ByteArrayOutputStream();
      int lines = 0;
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        tokenizer.start(prefix.size() == 0 ? afterMark(file, chunk) : chunk, new FaultLines());
        tokenizer.next(records, 1);
        BrokenEnd broken = tokenizer.brokenEnd();
        if (broken != null) {
          throw broken.toException(file, lines + 1, options, null);
        }
        prefix.write(chunk.bytes(), 0, tokenizer.position());
        if (records.size() > 0) {
          long line = lines + 1 + records.line(0);
          List<String> names = names(file, records, line);
          return of(file, names, line, options, prefix.toByteArray(), lines + tokenizer.lines());
        }
        lines += tokenizer.lines();
      }
      throw UnreadableFile.diagnostic(file, "it is empty, its first line must name the columns")
          .toException();
    }
  }

  private static Chunk afterMark(Path file, Chunk chunk) {
    byte[] bytes = chunk.bytes();
    int size = chunk.end();
    int first = size < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    if (first == 0xFFFE || first == 0xFEFF) {
      throw UnreadableFile.diagnostic(file, "it is in UTF-16, save it in UTF-8").toException();
    }
    boolean marked = size >= BYTE_ORDER_MARK.length;
    for (int i = 0; marked && i < BYTE_ORDER_MARK.length; i++) {
      marked = bytes[i] == BYTE_ORDER_MARK[i];
    }
    return marked ? chunk.from(BYTE_ORDER_MARK.length) : chunk;
  }

  private static List<String> names(Path file, CsvRecords records, long line) {
    CsvCell cell = new CsvCell(new FaultLines(), true);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < records.cells(0); i++) {
      boolean named = cell.read(records, 0, i);
      String name =
          named
              ? new String(cell.bytes(), cell.start(), cell.length(), StandardCharsets.UTF_8)
              : "";
      if (name.indexOf('\r') >= 0) {
        throw malformed(
                "line " + line + " of `" + file + "` has a carriage return in a column's name")
            .hint("save the file with LF or CRLF line ends")
            .toException();
      }
      // People write a space after the comma; no search names a field with it.
      names.add(name.strip());
    }
    return names;
  }

  private static CsvHeader of(
      Path file, List<String> names, long line, CsvOptions options, byte[] prefix, int lines) {
    Map<String, Integer> cells = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = withoutNode(names.get(i), options.prefix());
      Integer earlier = name.isEmpty() ? null : cells.putIfAbsent(name, i);
      if (earlier != null) {
        String columns = " (cells " + (earlier + 1) + " and " + (i + 1) + ")";
        throw malformed(
                "line "
                    + line
                    + " of `"
                    + file
                    + "` names the column `"
                    + name
                    + "` twice"
                    + columns)
            .toException();
      }
    }
    if (cells.isEmpty()) {
      throw malformed("line " + line + " of `" + file + "` names no columns").toException();
    }
    List<Column> columns =
        cells.keySet().stream()
            .map(
                name ->
                    new Column(name, name.equals(Table.TIME_FIELD) ? SplType.TIME : SplType.STRING))
            .toList();
    return new CsvHeader(
        new Schema(columns),
        List.copyOf(cells.values()),
        names.size(),
        prefix,
        lines,
        options.blanks());
  }

  private static String withoutNode(String name, @Nullable String node) {
    return node != null && name.startsWith(node + ".") ? name.substring(node.length() + 1) : name;
  }

  private static Diagnostic malformed(String message) {
    return Diagnostic.error(DiagnosticCode.MALFORMED_DATA, message);
  }
}
