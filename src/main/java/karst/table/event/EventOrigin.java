package karst.table.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets {@code host}, {@code source}, {@code sourcetype}, {@code index} and the time of an event: as
 * the user says, else as a Windows collector would, else from the event or its file.
 */
final class EventOrigin {
  private static final String WINDOWS = "XmlWinEventLog";
  private static final String CLASSIC = "WinEventLog";
  private static final String LINUX = "Linux-Sysmon/Operational";

  private static final List<String> HOST =
      List.of("Computer", "host", "Hostname", "hostname", "host.name", "ComputerName");

  private EventOrigin() {}

  static void complete(
      EventFields fields, EventReader.Target target, EventFormat format, double modified) {
    boolean windows = WindowsEvent.complete(fields);
    EventInput input = target.input();
    String channel = fields.get("Channel");
    boolean linux = LINUX.equals(channel);
    String log = linux ? "sysmon:linux" : fields.get("LogName") != null ? CLASSIC : WINDOWS;
    String source = (linux ? "Syslog" : log) + ":" + channel;
    // A CSV file that Splunk exported says itself where its events come from.
    boolean exported = format == EventFormat.CSV;
    set(fields, "host", input.host(), exported, fields.first(HOST), "unknown");
    set(fields, "sourcetype", input.sourcetype(), exported, windows ? log : null, typeOf(format));
    String path = target.path().toString();
    set(fields, "source", input.source(), exported, windows ? source : null, path);
    set(fields, "index", input.index(), exported, null, "main");
    if (Double.isNaN(fields.time())) {
      double time = EventTime.of(fields);
      // A line without a date is as old as its file, as in Splunk.
      fields.time(Double.isNaN(time) ? modified : time);
    }
  }

  private static String typeOf(EventFormat format) {
    return switch (format) {
      case JSON_LINES, JSON_DOCUMENT -> "_json";
      case WINDOWS, EVTX -> WINDOWS;
      case CSV -> "csv";
      case LINES -> "text";
    };
  }

  private static void set(
      EventFields fields,
      String name,
      @Nullable String said,
      boolean exported,
      @Nullable String found,
      String otherwise) {
    if (said != null) {
      fields.set(name, said);
    } else if (!exported || fields.get(name) == null) {
      fields.set(name, found == null ? otherwise : found);
    }
  }
}
