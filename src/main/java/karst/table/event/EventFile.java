package karst.table.event;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import karst.table.UnreadableFile;
import org.jspecify.annotations.Nullable;

/**
 * A file of events that is open: its bytes as UTF-8, decompressed when they are compressed,
 * whatever its name says, and its form.
 */
final class EventFile implements Closeable {
  /** The longest record that is read. */
  static final int MAX_RECORD_BYTES = 16 << 20;

  private static final int SAMPLE = 1 << 16;
  private static final int BUFFER = 1 << 16;

  private final InputStream file;
  private final ByteWindow window;
  private final EventFormat format;

  private EventFile(InputStream file, ByteWindow window, EventFormat format) {
    this.file = file;
    this.window = window;
    this.format = format;
  }

  /**
   * Opens a file.
   *
   * @throws karst.source.SplException if it cannot be read, or is Windows' binary log
   */
  static EventFile open(Path path) {
    try {
      InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
      try {
        return open(path, file);
      } catch (IOException | RuntimeException failure) {
        file.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw UnreadableFile.because(path, failure);
    }
  }

  private static EventFile open(Path path, InputStream file) throws IOException {
    InputStream bytes = isCompressed(file) ? new GZIPInputStream(file, BUFFER) : file;
    byte[] sample = sample(bytes);
    bytes = before(sample, bytes);
    Charset wide = wideCharset(sample);
    if (wide != null) {
      InputStream narrow = new Utf8Stream(bytes, wide);
      sample = sample(narrow);
      bytes = before(sample, narrow);
    }
    int mark = startsWith(sample, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    bytes.skipNBytes(mark);
    EventFormat format = EventFormat.of(Arrays.copyOfRange(sample, mark, sample.length));
    if (format == EventFormat.EVTX) {
      throw UnreadableFile.diagnostic(path, "it is a binary event log")
          .hint("write its events as XML: wevtutil qe " + path.getFileName() + " /lf:true /f:xml")
          .toException();
    }
    return new EventFile(file, new ByteWindow(bytes, MAX_RECORD_BYTES), format);
  }

  /** Returns the form of the records. */
  EventFormat format() {
    return format;
  }

  /** Returns the records. */
  EventRecords records(EventRecords.Faults faults) {
    return switch (format) {
      case JSON_DOCUMENT -> new JsonRecords(window, faults);
      case WINDOWS -> new WindowsRecords(window, faults);
      case CSV -> new LineRecords(window, faults, true);
      case JSON_LINES, LINES, EVTX -> new LineRecords(window, faults, false);
    };
  }

  /**
   * Returns a parser of the records.
   *
   * @param header the names of the fields of a CSV file
   */
  EventParser parser(List<String> header) {
    return switch (format) {
      case JSON_LINES, JSON_DOCUMENT -> new JsonEvent();
      case WINDOWS -> new AnyEvent();
      case CSV -> new CsvEvent(header);
      case LINES, EVTX -> new LineEvent();
    };
  }

  private static boolean isCompressed(InputStream file) throws IOException {
    file.mark(2);
    boolean magic = file.read() == 0x1F && file.read() == 0x8B;
    file.reset();
    return magic;
  }

  /** Returns the first bytes; data that end too early are noticed by whoever reads on. */
  private static byte[] sample(InputStream in) throws IOException {
    byte[] sample = new byte[SAMPLE];
    int size = 0;
    try {
      for (int read = 0; read >= 0 && size < SAMPLE; size += Math.max(0, read)) {
        read = in.read(sample, size, SAMPLE - size);
      }
    } catch (EOFException cut) {
      return Arrays.copyOf(sample, size);
    }
    return Arrays.copyOf(sample, size);
  }

  private static InputStream before(byte[] sample, InputStream rest) {
    return new SequenceInputStream(new ByteArrayInputStream(sample), rest);
  }

  /** Windows' own tools write UTF-16, with a mark at the start. */
  private static @Nullable Charset wideCharset(byte[] sample) {
    if (startsWith(sample, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(sample, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException unimportant) {
      // Everything that was wanted has been read.
    }
  }
}
