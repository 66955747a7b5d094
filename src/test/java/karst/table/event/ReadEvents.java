package karst.table.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;
import karst.table.InputFiles;

/**
 * What a reader makes of a file.
 *
 * @param events for each event its fields, of several values of a name all in brackets
 * @param times their times
 * @param raws the events as logged
 * @param warnings the messages about faults
 */
record ReadEvents(
    List<Map<String, String>> events,
    List<Double> times,
    List<String> raws,
    List<String> warnings) {
  /** Reads a file among the test's resources. */
  static ReadEvents ofResource(String name) {
    return of(EventInput.of(resource(name)));
  }

  /** Returns the path of a file among the test's resources. */
  static String resource(String name) {
    return Path.of("src/test/resources/events", name).toString();
  }

  /** Reads files. */
  static ReadEvents of(EventInput input) {
    EventFaults faults = new EventFaults(false);
    List<EventReader.Target> targets =
        new InputFiles("events", file -> true)
            .of(input.path()).stream().map(path -> new EventReader.Target(path, input)).toList();
    ReadEvents read =
        new ReadEvents(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    EventFields fields = new EventFields();
    try (EventReader reader = new EventReader(targets, faults)) {
      while (reader.next(fields)) {
        read.events.add(fields(fields));
        read.times.add(fields.time());
        read.raws.add(fields.raw());
      }
    }
    faults.report(diagnostic -> read.warnings.add(message(diagnostic)));
    return read;
  }

  private static String message(Diagnostic diagnostic) {
    return diagnostic.message().replaceAll("`[^`]*[/\\\\]([^`]*)`", "`$1`");
  }

  private static Map<String, String> fields(EventFields fields) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      values.computeIfAbsent(fields.name(i), key -> new ArrayList<>()).add(fields.value(i));
    }
    Map<String, String> event = new LinkedHashMap<>();
    values.forEach(
        (name, all) -> event.put(name, all.size() == 1 ? all.get(0) : String.valueOf(all)));
    return event;
  }

  /** Returns some fields of an event, joined by bars; a dash for one that it lacks. */
  String show(int event, String... names) {
    List<String> shown = new ArrayList<>();
    for (String name : names) {
      shown.add(events.get(event).getOrDefault(name, "-"));
    }
    return String.join(" | ", shown);
  }
}
