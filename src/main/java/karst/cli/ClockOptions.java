package karst.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import karst.EngineBuilder;
import karst.plan.TimeRange;
import karst.type.TimeModifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which times a search looks at, and what it takes for now. */
final class ClockOptions {
  @Option(
      names = "--earliest",
      paramLabel = "TIME",
      description = "Leaves out what is older: an SPL time such as -7d@d, an epoch, a date.")
  private @Nullable TimeModifier earliest;

  @Option(
      names = "--latest",
      paramLabel = "TIME",
      description = "Leaves out what is as young or younger.")
  private @Nullable TimeModifier latest;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "Sets the time that the search takes for now.")
  private @Nullable TimeModifier now;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      description = "Sets the time zone, such as Europe/Berlin (default: UTC).")
  private ZoneId timezone = ZoneOffset.UTC;

  /** Tells an engine to be. */
  EngineBuilder configure(EngineBuilder builder) {
    Clock clock = clock();
    return builder.clock(clock).zone(timezone).timeRange(range(clock));
  }

  /** Returns the time zone of times as text. */
  ZoneId zone() {
    return timezone;
  }

  private Clock clock() {
    if (now == null) {
      return Clock.systemUTC();
    }
    double seconds = now.apply(Instant.now().getEpochSecond(), timezone);
    return Clock.fixed(Instant.ofEpochMilli(Math.round(seconds * 1000)), ZoneOffset.UTC);
  }

  private TimeRange range(Clock clock) {
    double base = clock.instant().getEpochSecond();
    return new TimeRange(
        earliest == null ? null : earliest.apply(base, timezone),
        latest == null ? null : latest.apply(base, timezone));
  }
}
