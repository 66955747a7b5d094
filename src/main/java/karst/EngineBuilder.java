package karst;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.exec.Limits;
import karst.lookup.LookupDefinition;
import karst.macro.MacroLibrary;
import karst.model.DataModels;
import karst.model.EventMappings;
import karst.optimize.Optimizer;
import karst.plan.PlanRewrite;
import karst.plan.TimeRange;
import karst.table.IpLocations;
import karst.table.Table;
import karst.table.event.EventInput;
import karst.table.event.EventSet;
import org.jspecify.annotations.Nullable;

/** Collects what an engine works with. */
public final class EngineBuilder {
  final Map<String, Table> tables = new LinkedHashMap<>();
  final Map<String, LookupDefinition> definitions = new LinkedHashMap<>();
  final List<LookupFolder> lookups = new ArrayList<>();
  final List<EventInput> events = new ArrayList<>();
  @Nullable Path summaries;
  Extensions extensions = Extensions.none();
  boolean strictEvents;
  @Nullable EventSet opened;
  @Nullable EventMappings mappings;
  @Nullable IpLocations locations;
  MacroLibrary macros = MacroLibrary.shipped();
  DataModels models = DataModels.standard();
  Clock clock = Clock.systemUTC();
  ZoneId zone = ZoneOffset.UTC;
  Limits limits = Limits.defaults();
  TimeRange range = TimeRange.ALL;
  Optimizer optimizer = Optimizer.all();
  PlanRewrite rewrite = PlanRewrite.NONE;

  EngineBuilder() {}

  /** Adds a table under its name; a later one of the same name takes its place. */
  public EngineBuilder table(Table table) {
    tables.put(table.name(), table);
    return this;
  }

  /** Adds macros; those of the same name and arity take the place of earlier ones. */
  public EngineBuilder macros(MacroLibrary more) {
    macros = macros.withOverrides(more);
    return this;
  }

  /** Replaces the data models. */
  public EngineBuilder models(DataModels dataModels) {
    models = dataModels;
    return this;
  }

  /** Adds the definition of a lookup; a later one of the name takes its place. */
  public EngineBuilder lookup(LookupDefinition definition) {
    definitions.put(definition.name(), definition);
    return this;
  }

  /** Adds commands, functions and lookups of the program's own. */
  public EngineBuilder extensions(Extensions more) {
    extensions = extensions.and(more);
    return this;
  }

  /**
   * Adds a folder of lookup files and definitions of lookups: YAML files as security_content has
   * them, and {@code transforms.conf}. Of two of one name, the folder given later wins.
   *
   * @throws karst.source.SplException if there is no such folder
   */
  public EngineBuilder lookups(Path folder) {
    lookups.add(new LookupFolder(folder));
    return this;
  }

  /**
   * Adds files of raw events: searches may then begin with search terms, and the datasets that the
   * events are mapped to are tables, unless a table of the name is given.
   */
  public EngineBuilder events(EventInput input) {
    events.add(input);
    opened = null;
    return this;
  }

  /**
   * Sets the folder of summaries that {@link Summarizer} made. A search over a dataset that has one
   * reads it, and of tables and events only those files that are not in it; {@code tstats
   * summariesonly=true} reads the summary alone.
   */
  public EngineBuilder summaries(Path folder) {
    summaries = folder;
    return this;
  }

  /**
   * Lets searches begin with search terms although there are no events: so they compile, and find
   * nothing. To be called after events and limits are set, which undo it.
   */
  public EngineBuilder noEvents() {
    opened = EventSet.none();
    return this;
  }

  /** Sets whether a malformed event ends a search; without, it is left out with a warning. */
  public EngineBuilder strictEvents(boolean strict) {
    strictEvents = strict;
    opened = null;
    return this;
  }

  /** Replaces the rules by which events become rows of datasets. */
  public EngineBuilder mappings(EventMappings rules) {
    mappings = rules;
    return this;
  }

  /**
   * Adds the rules of a folder, which go before those that there are.
   *
   * @throws karst.source.SplException if a file cannot be read or is no mapping
   */
  public EngineBuilder mappings(Path folder) {
    EventMappings known = mappings == null ? EventMappings.standard() : mappings;
    return mappings(known.withUserMappings(folder));
  }

  /** The engines of a builder and of its copies read the files once. */
  @Nullable EventSet openEvents() {
    if (opened == null && !events.isEmpty()) {
      opened = EventSet.open(events, strictEvents, limits.maxMemory());
    }
    return opened;
  }

  /** Sets the database that says where IP addresses are. */
  public EngineBuilder locations(IpLocations database) {
    locations = database;
    return this;
  }

  /** Sets the clock that {@code now()} and relative times go by. */
  public EngineBuilder clock(Clock source) {
    clock = source;
    return this;
  }

  /** Sets the time zone of days and of times as text. */
  public EngineBuilder zone(ZoneId timeZone) {
    zone = timeZone;
    return this;
  }

  /** Sets the bounds of each run. */
  public EngineBuilder limits(Limits bounds) {
    limits = bounds;
    opened = null;
    return this;
  }

  /** Sets the time range of searches that do not set their own. */
  public EngineBuilder timeRange(TimeRange bounds) {
    range = bounds;
    return this;
  }

  /** Turns the optimiser off or on; the rows are the same either way. */
  public EngineBuilder optimize(boolean enabled) {
    return optimizer(enabled ? Optimizer.all() : Optimizer.none());
  }

  /** Sets the rules that optimise plans, such as one of them alone to see whether it is right. */
  public EngineBuilder optimizer(Optimizer rules) {
    optimizer = rules;
    return this;
  }

  /** Sets what becomes of a plan before it is optimised, such as that parts of it run elsewhere. */
  public EngineBuilder rewrite(PlanRewrite step) {
    rewrite = step;
    return this;
  }

  /** Returns a builder that has what this one has so far. */
  public EngineBuilder copy() {
    EngineBuilder copy = new EngineBuilder();
    copy.tables.putAll(tables);
    copy.definitions.putAll(definitions);
    copy.extensions = extensions;
    copy.lookups.addAll(lookups);
    copy.events.addAll(events);
    copy.summaries = summaries;
    copy.strictEvents = strictEvents;
    copy.opened = opened;
    copy.mappings = mappings;
    copy.locations = locations;
    copy.macros = macros;
    copy.models = models;
    copy.clock = clock;
    copy.zone = zone;
    copy.limits = limits;
    copy.range = range;
    copy.optimizer = optimizer;
    copy.rewrite = rewrite;
    return copy;
  }

  /**
   * Returns the engine.
   *
   * @throws karst.source.SplException if there are no files of events where some should be
   * @throws IllegalArgumentException if a command or function has the name of another
   */
  public Engine build() {
    return new Engine(this);
  }
}
