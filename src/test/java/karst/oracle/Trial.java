package karst.oracle;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.EngineBuilder;
import karst.exec.Limits;
import karst.lookup.LookupDefinition;
import karst.macro.MacroLibrary;
import karst.model.DataModels;
import karst.table.Table;

/** Runs searches in the engine, in each of the ways that must not matter, and in the reference. */
final class Trial {
  static final Instant NOW = Instant.parse("2023-11-15T12:34:56Z");
  static final ZoneId ZONE = ZoneOffset.UTC;

  /** Lookups over the general table, one for each way to match. */
  static final List<LookupDefinition> LOOKUPS =
      List.of(
          lookup("folded", Map.of("case_sensitive_match", "false", "max_matches", "1")),
          lookup("patterns", Map.of("match_type", "WILDCARD(s),WILDCARD(x)", "min_matches", "1")),
          lookup("subnets", Map.of("match_type", "CIDR(s)", "default_match", "none")),
          lookup("timed", Map.of("time_field", "_time", "max_offset_secs", "90000")));

  private Trial() {}

  private static LookupDefinition lookup(String name, Map<String, String> rules) {
    Map<String, String> settings = new LinkedHashMap<>(rules);
    settings.put("filename", "t");
    return LookupDefinition.of(name, settings);
  }

  /** Returns the reference's answer. */
  static Answer reference(TestTable table, String spl) {
    Engine engine = Engine.builder().build();
    ReferenceInterpreter interpreter =
        new ReferenceInterpreter(
            engine.commands(),
            MacroLibrary.shipped(),
            DataModels.standard(),
            Map.of(table.name(), table.reference()),
            LOOKUPS,
            NOW.getEpochSecond(),
            ZONE);
    return Answer.of(interpreter.run(spl));
  }

  /** Returns the engine's answer. */
  static Answer engine(TestTable table, String spl) {
    return run(builder(table.inMemory()), spl);
  }

  /** Returns the answer without the optimiser. */
  static Answer unoptimized(TestTable table, String spl) {
    return run(builder(table.inMemory()).optimize(false), spl);
  }

  /** Returns the answer with other batches and threads. */
  static Answer engine(TestTable table, String spl, int batchSize, int threads) {
    Limits limits = Limits.defaults().withBatchSize(batchSize).withThreads(threads);
    return run(builder(table.inMemory()).limits(limits), spl);
  }

  /** Returns an engine for a table, with the clock of these tests. */
  static EngineBuilder builder(Table table) {
    EngineBuilder engine = Engine.builder().table(table).clock(Clock.fixed(NOW, ZONE)).zone(ZONE);
    LOOKUPS.forEach(engine::lookup);
    return engine;
  }

  static Answer run(EngineBuilder engine, String spl) {
    return Answer.of(engine.build().prepare(spl).run());
  }
}
