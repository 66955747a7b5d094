package karst;

import java.nio.file.Path;
import java.util.Collection;
import karst.lookup.ExternalLookup;
import karst.lookup.LookupDefinition;
import karst.model.EventMappings;
import karst.plan.TableCatalog;
import karst.table.IpLocations;
import karst.table.Table;
import karst.table.event.EventSet;
import org.jspecify.annotations.Nullable;

/** A catalog during one compilation: it remembers whether what was asked for can change. */
final class WatchedCatalog implements TableCatalog {
  private final Catalog catalog;
  private boolean mayChange;

  WatchedCatalog(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Returns whether another compilation may get other answers: files come and go. */
  boolean mayChange() {
    return mayChange;
  }

  @Override
  public @Nullable Table find(String name) {
    mayChange |= !catalog.isGiven(name);
    return catalog.find(name);
  }

  @Override
  public @Nullable Table summary(String name) {
    mayChange |= !catalog.isGiven(name);
    return catalog.summary(name);
  }

  @Override
  public @Nullable LookupDefinition lookup(String name) {
    mayChange |= catalog.hasFolders();
    return catalog.lookup(name);
  }

  @Override
  public @Nullable ExternalLookup external(String name) {
    return catalog.external(name);
  }

  @Override
  public @Nullable Path output(String name) {
    mayChange = true;
    return catalog.output(name);
  }

  @Override
  public @Nullable EventSet events() {
    EventSet events = catalog.events();
    mayChange |= events != null;
    return events;
  }

  @Override
  public EventMappings mappings() {
    return catalog.mappings();
  }

  @Override
  public @Nullable IpLocations locations() {
    return catalog.locations();
  }

  @Override
  public Collection<Table> bound() {
    return catalog.bound();
  }

  @Override
  public Collection<String> names() {
    mayChange |= catalog.hasFolders();
    return catalog.names();
  }
}
