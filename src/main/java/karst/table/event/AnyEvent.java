package karst.table.event;

/** Reads an event in whatever form it has: JSON, XML, a block of text, or a line. */
final class AnyEvent implements EventParser {
  private final EventParser json = new JsonEvent();
  private final EventParser xml = new XmlEvent();
  private final EventParser classic = new ClassicEvent();
  private final EventParser line = new LineEvent();

  @Override
  public void parse(EventRecord record, EventFields fields) throws MalformedEventException {
    parser(fields.raw()).parse(record, fields);
  }

  private EventParser parser(String raw) {
    if (raw.startsWith("{")) {
      return json;
    }
    if (raw.startsWith("<Event")) {
      return xml;
    }
    return raw.length() > 20 && raw.charAt(2) == '/' && raw.charAt(5) == '/' ? classic : line;
  }
}
