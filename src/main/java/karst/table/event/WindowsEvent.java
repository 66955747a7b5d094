package karst.table.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives Windows events from any shipper the fields that they have as {@code XmlWinEventLog}
 * (spl-semantics §7.5): the names of NXLog, Winlogbeat and others for the head of an event become
 * those of Windows, and its data stand at the top.
 */
final class WindowsEvent {
  private static final List<String> CHANNEL =
      List.of("Channel", "log_name", "winlog.channel", "LogName");
  private static final List<String> EVENT_ID =
      List.of("EventID", "EventCode", "event_id", "winlog.event_id", "Id");

  /** What holds the data of an event in nested layouts. */
  private static final List<String> DATA =
      List.of(
          "winlog.event_data.",
          "winlog.user_data.",
          "event_data.",
          "user_data.",
          "Event.EventData.",
          "Event.System.",
          "EventData.",
          "UserData.");

  /** The head's fields by the names that shippers give them, the likeliest first. */
  private static final Map<String, List<String>> HEAD = head();

  private static final String SYSMON = "Microsoft-Windows-Sysmon";

  /** What NXLog calls the kind of a record; it hides the field of that name in Sysmon's data. */
  private static final String NXLOG_TYPES =
      "INFO WARNING ERROR CRITICAL DEBUG VERBOSE AUDIT_SUCCESS AUDIT_FAILURE";

  private WindowsEvent() {}

  private static Map<String, List<String>> head() {
    Map<String, List<String>> head = new LinkedHashMap<>();
    head.put("Channel", CHANNEL);
    head.put("EventID", EVENT_ID);
    head.put(
        "Computer",
        List.of(
            "Computer",
            "Hostname",
            "computer_name",
            "winlog.computer_name",
            "ComputerName",
            "MachineName"));
    head.put(
        "Name",
        List.of(
            "Name",
            "Provider",
            "SourceName",
            "source_name",
            "ProviderName",
            "winlog.provider_name"));
    head.put("Guid", List.of("Guid", "ProviderGuid", "provider_guid", "winlog.provider_guid"));
    head.put(
        "EventRecordID",
        List.of("EventRecordID", "RecordNumber", "record_number", "winlog.record_id", "RecordId"));
    head.put(
        "ProcessID",
        List.of("ProcessID", "ExecutionProcessID", "winlog.process.pid", "process_id"));
    head.put("ThreadID", List.of("ThreadID", "thread_id", "winlog.process.thread.id"));
    head.put("UserID", List.of("UserID", "user.identifier", "winlog.user.identifier", "Sid"));
    head.put("Keywords", List.of("Keywords", "keywords{}", "winlog.keywords{}"));
    head.put("Level", List.of("Level", "level", "winlog.level"));
    head.put("Task", List.of("Task", "task", "winlog.task"));
    head.put("Opcode", List.of("Opcode", "opcode", "winlog.opcode"));
    head.put("Version", List.of("Version", "version", "winlog.version"));
    head.put("Message", List.of("Message", "message"));
    return head;
  }

  /** Completes the fields; returns false and does nothing if this is no Windows event. */
  static boolean complete(EventFields fields) {
    String channel = fields.first(CHANNEL);
    String id = fields.first(EVENT_ID);
    if (channel == null || id == null) {
      return false;
    }
    liftData(fields);
    HEAD.forEach((name, sources) -> fields.addIfAbsent(name, fields.first(sources)));
    fields.addIfAbsent("EventCode", id);
    keywords(fields);
    if (SYSMON.equals(fields.get("Name")) || channel.contains("Sysmon")) {
      sysmonMessage(fields);
    }
    return true;
  }

  private static void liftData(EventFields fields) {
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.name(i);
      for (String prefix : DATA) {
        if (name.startsWith(prefix) && name.length() > prefix.length()) {
          fields.rename(i, name.substring(prefix.length()));
          break;
        }
      }
    }
    String nested = fields.get("EventData");
    if (nested != null && nested.startsWith("{")) {
      try {
        JsonEvent.object(nested, "", fields);
      } catch (MalformedEventException unparsed) {
        // Then it is only a text.
        return;
      }
    }
  }

  /** NXLog writes the bits as a signed decimal number, Windows in hexadecimal. */
  private static void keywords(EventFields fields) {
    String keywords = fields.get("Keywords");
    if (keywords != null && keywords.matches("-?\\d{10,19}")) {
      try {
        fields.set("Keywords", "0x" + Long.toHexString(Long.parseLong(keywords)));
      } catch (NumberFormatException tooLarge) {
        // Left as it is.
        return;
      }
    }
  }

  /** Sysmon's message repeats its data as lines {@code Name: value}; a shipper may lose some. */
  private static void sysmonMessage(EventFields fields) {
    String message = fields.get("Message");
    if (message == null) {
      return;
    }
    int at = message.indexOf('\n');
    while (at >= 0) {
      int end = message.indexOf('\n', at + 1);
      String line = message.substring(at + 1, end < 0 ? message.length() : end).strip();
      at = end;
      int colon = line.indexOf(": ");
      if (colon > 0 && isName(line, colon)) {
        String name = line.substring(0, colon);
        String value = line.substring(colon + 2);
        String known = fields.get(name);
        if (known == null) {
          fields.add(name, value);
        } else if (name.equals("EventType") && NXLOG_TYPES.contains(known)) {
          fields.set(name, value);
        }
      }
    }
  }

  private static boolean isName(String line, int end) {
    for (int i = 0; i < end; i++) {
      if (!Character.isLetterOrDigit(line.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
