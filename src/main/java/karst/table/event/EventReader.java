package karst.table.event;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import karst.table.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** Reads the events of some files one after the other, with the fields that Splunk gives all. */
final class EventReader implements Closeable {
  /**
   * A file and what is said of it.
   *
   * @param path the file
   * @param input says what its host, source, sourcetype and index are
   */
  record Target(Path path, EventInput input) {}

  private final Iterator<Target> targets;
  private final EventFaults faults;
  private @Nullable Open open;

  EventReader(List<Target> targets, EventFaults faults) {
    this.targets = targets.iterator();
    this.faults = faults;
  }

  /** A file that is being read. */
  private record Open(
      Target target, EventFile file, EventRecords records, EventParser parser, double modified) {}

  /**
   * Reads the next event; returns false at the end.
   *
   * @throws karst.source.SplException if a file cannot be read
   */
  boolean next(EventFields fields) {
    while (true) {
      Open current = open;
      if (current == null) {
        if (!targets.hasNext()) {
          return false;
        }
        current = open(targets.next());
        open = current;
      }
      try {
        EventRecord record = current.records.next();
        if (record == null) {
          close();
        } else if (read(record, current, fields)) {
          return true;
        }
      } catch (IOException failure) {
        throw UnreadableFile.because(current.target.path, failure);
      }
    }
  }

  private Open open(Target target) {
    EventFile file = EventFile.open(target.path);
    try {
      String name = target.path.toString();
      EventRecords records =
          file.records((fault, line, reason) -> faults.add(name, fault, line, reason));
      EventRecord header = file.format() == EventFormat.CSV ? records.next() : null;
      List<String> names =
          header == null ? List.of() : CsvEvent.split(header.text().stripTrailing());
      double modified = Files.getLastModifiedTime(target.path).toMillis() / 1000.0;
      return new Open(target, file, records, file.parser(names), modified);
    } catch (IOException failure) {
      file.close();
      throw UnreadableFile.because(target.path, failure);
    }
  }

  private boolean read(EventRecord record, Open current, EventFields fields) {
    String name = current.target.path.toString();
    EventRecord trimmed = record.trimmed();
    fields.clear();
    fields.raw(text(trimmed, name));
    try {
      current.parser.parse(trimmed, fields);
    } catch (MalformedEventException wrong) {
      faults.add(name, EventFault.MALFORMED, record.line(), wrong.reason());
      return false;
    }
    EventOrigin.complete(fields, current.target, current.file.format(), current.modified);
    return true;
  }

  private String text(EventRecord record, String file) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(record.bytes(), record.start(), record.length()))
          .toString();
    } catch (CharacterCodingException bad) {
      faults.add(file, EventFault.BAD_UTF8, record.line(), "");
      return record.text();
    }
  }

  @Override
  public void close() {
    if (open != null) {
      open.file.close();
      open = null;
    }
  }
}
