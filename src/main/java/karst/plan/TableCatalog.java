package karst.plan;

import java.util.Collection;
import karst.table.Table;
import org.jspecify.annotations.Nullable;

/** The tables that a search may read. */
public interface TableCatalog {
  /** Returns the table of a name, or null. */
  @Nullable Table find(String name);

  /** Returns the names of all tables, in order. */
  Collection<String> names();
}
