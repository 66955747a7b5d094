package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import karst.plan.PlanRewrite;
import karst.plan.rel.SplTableScan;
import karst.script.Results;
import karst.table.MemoryTable;
import org.apache.calcite.rel.RelNode;
import org.junit.jupiter.api.Test;

class PlanRewriteTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

  private final List<String> seen = new ArrayList<>();

  @Test
  void aPartOfAPlanMayComeFromElsewhere() {
    MemoryTable elsewhere = MemoryTable.builder("copy").column("a").row("2").row("3").build();
    Engine engine = builder((plan, now, zone) -> replaced(plan, elsewhere)).build();
    assertEquals(
        List.of("| a |", "| 3 |"), Results.of(engine.prepare("| from t | where a > 2")).lines());
  }

  @Test
  void eachStageIsSeenWithTheTimeOfTheSearch() {
    Engine engine =
        builder(
                (plan, now, zone) -> {
                  seen.add(plan.getRowType().getFieldNames() + " " + now + " " + zone);
                  return plan;
                })
            .build();
    Results.of(engine.prepare("| from t | where [| from t | head 1]"));
    assertEquals(List.of("[a] 1.7040672E9 Europe/Berlin"), seen.stream().distinct().toList());
    assertEquals(3, seen.size(), "prepared, the subsearch, and all with its rows");
  }

  @Test
  void aSearchThatIsPreparedAgainIsRewrittenWithTheTimeOfThen() {
    AtomicReference<Instant> time = new AtomicReference<>(NOW);
    InstantSource clock = time::get;
    Engine engine =
        builder(
                (plan, now, zone) -> {
                  seen.add(String.valueOf(now));
                  return plan;
                })
            .clock(clock.withZone(BERLIN))
            .build();
    engine.prepare("| from t");
    time.set(NOW.plusSeconds(60));
    engine.prepare("| from t");
    assertEquals(List.of("1.7040672E9", "1.70406726E9"), seen);
  }

  private static EngineBuilder builder(PlanRewrite rewrite) {
    return Engine.builder()
        .clock(Clock.fixed(NOW, BERLIN))
        .zone(BERLIN)
        .table(MemoryTable.builder("t").column("a").row("1").build())
        .rewrite(rewrite);
  }

  private static RelNode replaced(RelNode plan, MemoryTable table) {
    if (plan instanceof SplTableScan) {
      return SplTableScan.create(plan.getCluster(), table);
    }
    List<RelNode> inputs = plan.getInputs().stream().map(input -> replaced(input, table)).toList();
    return plan.copy(plan.getTraitSet(), inputs);
  }
}
