package karst;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import karst.lookup.LookupDefinition;
import karst.plan.TableCatalog;
import karst.table.MemoryTable;
import karst.table.MemoryTableBuilder;
import karst.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * An engine's tables by name, lookup files that are opened when a search names one, and definitions
 * of lookups over all of them.
 */
final class Catalog implements TableCatalog {
  private final Map<String, Table> tables;
  private final Map<String, LookupDefinition> definitions;
  private final List<LookupFolder> lookups;

  Catalog(
      Map<String, Table> tables,
      Map<String, LookupDefinition> definitions,
      List<LookupFolder> lookups) {
    this.tables = new LinkedHashMap<>(tables);
    this.definitions = new LinkedHashMap<>(definitions);
    this.lookups = List.copyOf(lookups);
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

  private @Nullable Table ofFile(String name) {
    Table table = tables.get(name);
    // The folder given last wins.
    for (int i = lookups.size() - 1; table == null && i >= 0; i--) {
      table = lookups.get(i).find(name);
    }
    return table;
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
    lookups.forEach(folder -> names.addAll(folder.names()));
    return names;
  }
}
