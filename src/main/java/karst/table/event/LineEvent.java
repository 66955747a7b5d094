package karst.table.event;

import karst.type.KeyValueText;

/**
 * Reads a line of text: the date that it begins with, and what stands as {@code name=value} or
 * {@code name="value"} in it (spl-semantics §2.6).
 */
final class LineEvent implements EventParser {
  @Override
  public void parse(EventRecord record, EventFields fields) {
    String text = fields.raw();
    fields.time(EventTime.atStartOf(text));
    KeyValueText.readEquations(text, fields::addIfAbsent);
  }
}
