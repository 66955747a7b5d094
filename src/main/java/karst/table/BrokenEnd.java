package karst.table;

import java.nio.file.Path;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * A chunk's last record that does not end; lines count from 0 at the start of the chunk.
 *
 * @param recordLine where the record starts
 * @param quoteLine where the open quote stands, {@link #NO_QUOTE} for none
 * @param cut whether the record goes on beyond the limit; else the file ends
 */
record BrokenEnd(int recordLine, int quoteLine, boolean cut) {
  /** No quote is open. */
  static final int NO_QUOTE = -1;

  /**
   * Returns the error.
   *
   * @param lines the count of the file's lines, this chunk's the last in it
   */
  SplException toException(Path file, LineCount lines, CsvOptions options) {
    Long stray = lines.faults().first(DataFault.STRAY_QUOTE);
    return toException(file, lines.firstLine(), options, stray);
  }

  /**
   * Returns the error.
   *
   * @param firstLine the line of the file with which the chunk starts
   * @param strayLine the first line with a quote inside a cell, the likely culprit; null for none
   */
  SplException toException(
      Path file, long firstLine, CsvOptions options, @Nullable Long strayLine) {
    String quote = "a quote opens on line " + (firstLine + quoteLine);
    String message =
        !cut
            ? quote + " of `" + file + "` and is not closed"
            : "the record on line "
                + (firstLine + recordLine)
                + " of `"
                + file
                + "` is longer than "
                + options.maxRecordBytes()
                + " bytes";
    Diagnostic diagnostic = Diagnostic.error(DiagnosticCode.MALFORMED_DATA, message);
    if (cut && quoteLine != NO_QUOTE) {
      diagnostic = diagnostic.hint(quote + " and is not closed before that");
    }
    if (strayLine != null) {
      diagnostic =
          diagnostic.hint(
              "line "
                  + strayLine
                  + " is the first with a quote inside a cell that is not wholly quoted; such a cell"
                  + " is written in quotes and its own quotes are doubled");
    }
    return diagnostic.toException();
  }
}
