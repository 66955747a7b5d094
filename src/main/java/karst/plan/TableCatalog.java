package karst.plan;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import karst.lookup.ExternalLookup;
import karst.lookup.LookupDefinition;
import karst.model.EventMappings;
import karst.table.IpLocations;
import karst.table.Table;
import karst.table.event.EventSet;
import org.jspecify.annotations.Nullable;

/** The tables that a search may read, and the lookups among them. */
public interface TableCatalog {
  /** Returns the table of a name, that of a lookup's rows too, or null. */
  @Nullable Table find(String name);

  /**
   * Returns the summary of a dataset, or null if it has none; the table of its name where there are
   * no summaries at all.
   */
  @Nullable Table summary(String name);

  /**
   * Returns the definition of a lookup, or null where there is none of the name.
   *
   * @throws karst.source.SplException if the definition is faulty
   */
  @Nullable LookupDefinition lookup(String name);

  /** Returns the lookup of a name whose rows a program finds, or null. */
  default @Nullable ExternalLookup external(String name) {
    return null;
  }

  /** Returns the file that a lookup is written to; null where there is no folder for it. */
  @Nullable Path output(String name);

  /** Returns the raw events, or null when there are none. */
  default @Nullable EventSet events() {
    return null;
  }

  /** Returns how raw events become rows of data models, and which kinds of events there are. */
  default EventMappings mappings() {
    return EventMappings.none();
  }

  /** Returns where IP addresses are, or null when nobody knows. */
  default @Nullable IpLocations locations() {
    return null;
  }

  /** Returns the tables that were bound by name, without lookups and datasets, in order. */
  default Collection<Table> bound() {
    return List.of();
  }

  /** Returns the names of all tables and lookups, in order. */
  Collection<String> names();
}
