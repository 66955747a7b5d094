package karst.script;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.EngineBuilder;
import karst.lookup.LookupDefinition;
import karst.macro.MacroDefinition;
import karst.macro.MacroLibrary;

/**
 * What a query of a script runs in.
 *
 * @param now the time that it takes for now
 * @param zone the user's time zone
 * @param macros the script's own macros
 * @param lookups the script's own definitions of lookups
 * @param tables the script's tables by name
 */
public record Environment(
    Instant now,
    ZoneId zone,
    List<MacroDefinition> macros,
    List<LookupDefinition> lookups,
    Map<String, ScriptTable> tables) {
  /** No table, no macro, the first second of 2024 in UTC. */
  static final Environment EMPTY =
      new Environment(
          Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC, List.of(), List.of(), Map.of());

  /** Returns this environment after a part of a script. */
  Environment with(ScriptItem item) {
    if (item instanceof ScriptItem.Now setting) {
      return new Environment(setting.time(), zone, macros, lookups, tables);
    }
    if (item instanceof ScriptItem.TimeZone setting) {
      return new Environment(now, setting.zone(), macros, lookups, tables);
    }
    if (item instanceof ScriptItem.Macro definition) {
      List<MacroDefinition> more = new ArrayList<>(macros);
      more.add(definition.macro());
      return new Environment(now, zone, more, lookups, tables);
    }
    if (item instanceof ScriptItem.Lookup definition) {
      List<LookupDefinition> more = new ArrayList<>(lookups);
      more.add(definition.definition());
      return new Environment(now, zone, macros, more, tables);
    }
    if (item instanceof ScriptItem.Data data) {
      Map<String, ScriptTable> more = new LinkedHashMap<>(tables);
      more.put(data.table().name(), data.table());
      return new Environment(now, zone, macros, lookups, more);
    }
    return this;
  }

  /** Starts an engine without the tables. */
  public EngineBuilder engine() {
    EngineBuilder engine =
        Engine.builder()
            .clock(Clock.fixed(now, ZoneOffset.UTC))
            .zone(zone)
            .macros(MacroLibrary.of(macros));
    lookups.forEach(engine::lookup);
    return engine;
  }

  /** Starts an engine with the tables in memory. */
  public EngineBuilder engineInMemory() {
    EngineBuilder builder = engine();
    tables.values().forEach(table -> builder.table(table.inMemory()));
    return builder;
  }
}
