package karst;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import karst.plan.TableCatalog;
import karst.table.Table;
import org.jspecify.annotations.Nullable;

/** An engine's tables by name, and lookup files that are opened when a search names one. */
final class Catalog implements TableCatalog {
  private final Map<String, Table> tables;
  private final List<LookupFolder> lookups;

  Catalog(Map<String, Table> tables, List<LookupFolder> lookups) {
    this.tables = new LinkedHashMap<>(tables);
    this.lookups = List.copyOf(lookups);
  }

  @Override
  public @Nullable Table find(String name) {
    Table table = tables.get(name);
    // The folder given last wins.
    for (int i = lookups.size() - 1; table == null && i >= 0; i--) {
      table = lookups.get(i).find(name);
    }
    return table;
  }

  @Override
  public TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>(tables.keySet());
    lookups.forEach(folder -> names.addAll(folder.names()));
    return names;
  }
}
