package karst.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How raw events become rows of data models, and which kinds of events there are (spl-semantics
 * §7.4). It does not change, and threads may share it.
 */
public final class EventMappings {
  private final Map<String, EventMapping> mappings;
  private final Map<String, List<MappingRule>> byDataset = new LinkedHashMap<>();
  private final List<EventType> eventTypes = new ArrayList<>();

  private EventMappings(Map<String, EventMapping> mappings) {
    this.mappings = mappings;
    for (EventMapping mapping : mappings.values()) {
      eventTypes.addAll(mapping.eventTypes());
      for (MappingRule rule : mapping.rules()) {
        for (String dataset : rule.datasets()) {
          byDataset.computeIfAbsent(dataset, key -> new ArrayList<>()).add(rule);
        }
      }
    }
  }

  /** Returns no mappings. */
  public static EventMappings none() {
    return new EventMappings(Map.of());
  }

  /** Returns the mappings that ship with Karst: those of Windows, Sysmon and web servers. */
  public static EventMappings standard() {
    return Standard.MAPPINGS;
  }

  /**
   * Returns these mappings and those of a folder's {@code .yml} and {@code .yaml} files, which go
   * first. A mapping of the folder takes the place of one of the same name here.
   *
   * @throws karst.source.SplException if the folder or a file cannot be read or a file is not a
   *     mapping
   */
  public EventMappings withUserMappings(Path folder) {
    Map<String, EventMapping> all = new LinkedHashMap<>();
    UserModels.read(folder, "the mapping", MappingReader::read)
        .forEach(mapping -> all.put(mapping.name(), mapping));
    mappings.forEach(all::putIfAbsent);
    return new EventMappings(all);
  }

  /** Returns the names of the tables of datasets that events are mapped to, in order. */
  public TreeSet<String> datasets() {
    return new TreeSet<>(byDataset.keySet());
  }

  /** Returns the rules for the table of a dataset, such as {@code Endpoint.Processes}. */
  public List<MappingRule> rules(String dataset) {
    return List.copyOf(byDataset.getOrDefault(dataset, List.of()));
  }

  /** Returns the kinds of events. */
  public List<EventType> eventTypes() {
    return List.copyOf(eventTypes);
  }

  /** Delays the reading until the first use. */
  private static final class Standard {
    static final EventMappings MAPPINGS = new EventMappings(StandardMappings.byName());
  }
}
