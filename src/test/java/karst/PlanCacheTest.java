package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import karst.table.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCacheTest {
  private static EngineBuilder engine() {
    return Engine.builder()
        .table(
            Tables.memory(
                "web",
                List.of(Map.of("_time", 1000, "host", "a"), Map.of("_time", 2000, "host", "b"))));
  }

  private static void assertKept(Engine engine, String spl) {
    assertSame(engine.prepare(spl).compilation(), engine.prepare(spl).compilation());
  }

  private static void assertCompiledAnew(Engine engine, String spl) {
    assertNotSame(engine.prepare(spl).compilation(), engine.prepare(spl).compilation());
  }

  @Test
  void aTextIsCompiledOnce() {
    assertKept(engine().build(), "| from web | where host=\"a\" | eval t=now()");
  }

  @Test
  void aSearchThatCountsTimeFromItsStartIsCompiledAnew() {
    AtomicLong now = new AtomicLong(2100);
    Engine engine = engine().clock(new TestClock(now)).build();
    String spl = "| from web | search earliest=-200s | table host";
    assertEquals(List.of("b"), hosts(engine, spl));
    now.set(9000);
    assertEquals(List.of(), hosts(engine, spl));
  }

  @Test
  void aLookupThatChangesIsReadWithTheColumnsThatItHas(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("names.csv");
    Files.writeString(file, "host,name\na,x\n");
    Engine engine = engine().lookups(folder).build();
    String spl = "| inputlookup names.csv";
    assertEquals(List.of("host", "name"), engine.prepare(spl).columns().names());
    Files.writeString(file, "host,name,more\na,x,y\n");
    assertEquals(List.of("host", "name", "more"), engine.prepare(spl).columns().names());
  }

  @Test
  void aSearchWithStagesIsCompiledAnew() {
    assertCompiledAnew(engine().build(), "| from web | search [| from web | head 1 | fields host]");
  }

  @Test
  void otherEnginesHaveOtherPlans() {
    String spl = "| from web | table host";
    assertNotSame(engine().build().prepare(spl), engine().build().prepare(spl));
  }

  private static List<String> hosts(Engine engine, String spl) {
    try (Result result = engine.prepare(spl).run()) {
      List<String> hosts = new ArrayList<>();
      result.forEach(row -> hosts.add(row.text("host")));
      return hosts;
    }
  }

  /** A clock that is set. */
  private static final class TestClock extends Clock {
    private final AtomicLong seconds;

    TestClock(AtomicLong seconds) {
      this.seconds = seconds;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(seconds.get());
    }
  }
}
