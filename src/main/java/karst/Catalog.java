package karst;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import karst.lookup.ExternalLookup;
import karst.lookup.LookupDefinition;
import karst.model.EventMappings;
import karst.model.MappingRule;
import karst.plan.TableCatalog;
import karst.table.IpLocations;
import karst.table.MemoryTable;
import karst.table.MemoryTableBuilder;
import karst.table.Table;
import karst.table.event.EventSet;
import org.jspecify.annotations.Nullable;

/**
 * An engine's tables by name: those that it was given, lookup files, opened when a search names
 * one, definitions of lookups over all of them, and the datasets that raw events are mapped to.
 */
final class Catalog implements TableCatalog {
  private final Engine engine;
  private final Map<String, Table> tables;
  private final Map<String, LookupDefinition> definitions;
  private final Map<String, ExternalLookup> external;
  private final List<LookupFolder> lookups;
  private final @Nullable EventSet events;
  private final @Nullable EventMappings mappings;
  private final Map<String, Table> mapped = new ConcurrentHashMap<>();
  private final @Nullable IpLocations locations;
  private final @Nullable Summaries summaries;
  private final Map<String, Table> summarised = new ConcurrentHashMap<>();

  Catalog(
      Engine engine,
      Map<String, Table> tables,
      Map<String, LookupDefinition> definitions,
      Map<String, ExternalLookup> external,
      List<LookupFolder> lookups,
      @Nullable EventSet events,
      @Nullable EventMappings mappings,
      @Nullable IpLocations locations,
      @Nullable Summaries summaries) {
    this.engine = engine;
    this.tables = new LinkedHashMap<>(tables);
    this.definitions = new LinkedHashMap<>(definitions);
    this.external = Map.copyOf(external);
    this.lookups = List.copyOf(lookups);
    this.events = events;
    this.mappings = mappings;
    this.locations = locations;
    this.summaries = summaries;
  }

  @Override
  public @Nullable Table find(String name) {
    Table table = ofFile(name);
    LookupDefinition definition = table == null ? lookup(name) : null;
    if (definition == null) {
      return table;
    }
    table = ofFile(definition.file());
    return table == null && definition.collection() ? empty(definition) : table;
  }

  /** Returns whether a name is that of a table that the engine was given, and of nothing else. */
  boolean isGiven(String name) {
    return summaries == null && tables.containsKey(name);
  }

  /** Returns whether there are files that are looked for when a search names them. */
  boolean hasFolders() {
    return !lookups.isEmpty();
  }

  @Override
  public @Nullable ExternalLookup external(String name) {
    return external.get(name);
  }

  @Override
  public @Nullable IpLocations locations() {
    return locations;
  }

  private @Nullable Table ofFile(String name) {
    Table table = summarised(name);
    table = table == null ? tables.get(name) : table;
    // The folder given last wins.
    for (int i = lookups.size() - 1; table == null && i >= 0; i--) {
      table = lookups.get(i).find(name);
    }
    return table == null ? mapped(name) : table;
  }

  private @Nullable Table summarised(String name) {
    Summaries known = summaries;
    if (known == null || !known.has(name)) {
      return null;
    }
    Table made = summarised.get(name);
    if (made == null) {
      made = known.withRest(name, tables.get(name), rest -> mapped(name, rest));
      if (made != null) {
        summarised.put(name, made);
      }
    }
    return made;
  }

  @Override
  public @Nullable Table summary(String name) {
    return summaries == null ? find(name) : summaries.only(name);
  }

  private @Nullable Table mapped(String name, EventSet raw) {
    List<MappingRule> rules = mappings().rules(name);
    return rules.isEmpty() ? null : new MappedTable(name, engine, raw, rules);
  }

  private @Nullable Table mapped(String name) {
    EventSet raw = events;
    List<MappingRule> rules = raw == null ? List.of() : mappings().rules(name);
    if (raw == null || rules.isEmpty()) {
      return null;
    }
    return mapped.computeIfAbsent(name, key -> new MappedTable(name, engine, raw, rules));
  }

  @Override
  public @Nullable EventSet events() {
    return events;
  }

  @Override
  public EventMappings mappings() {
    return mappings == null ? EventMappings.standard() : mappings;
  }

  /** A collection that nothing was written to has its fields and no rows. */
  private static @Nullable Table empty(LookupDefinition collection) {
    if (collection.fields().isEmpty()) {
      return null;
    }
    MemoryTableBuilder builder = MemoryTable.builder(collection.name());
    collection.fields().forEach(builder::column);
    return builder.build();
  }

  @Override
  public @Nullable LookupDefinition lookup(String name) {
    LookupDefinition definition = definitions.get(name);
    for (int i = lookups.size() - 1; definition == null && i >= 0; i--) {
      definition = lookups.get(i).definition(name);
    }
    return definition;
  }

  @Override
  public Collection<Table> bound() {
    return new TreeMap<>(tables).values();
  }

  /** A lookup is written where it is read from, a new one to the folder given last. */
  @Override
  public @Nullable Path output(String name) {
    LookupDefinition definition = lookup(name);
    String file = definition == null ? name : definition.file();
    if (lookups.isEmpty() || tables.containsKey(name) || tables.containsKey(file)) {
      return null;
    }
    for (int i = lookups.size() - 1; i >= 0; i--) {
      if (lookups.get(i).find(file) != null) {
        return lookups.get(i).path(file);
      }
    }
    return lookups.get(lookups.size() - 1).path(file);
  }

  @Override
  public TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>(tables.keySet());
    names.addAll(definitions.keySet());
    names.addAll(external.keySet());
    lookups.forEach(folder -> names.addAll(folder.names()));
    if (events != null) {
      names.addAll(mappings().datasets());
    }
    if (summaries != null) {
      names.addAll(summaries.names());
    }
    return names;
  }
}
