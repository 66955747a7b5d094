package karst.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.exec.Limits;
import karst.macro.MacroLibrary;
import karst.plan.TimeRange;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.Tables;
import karst.type.InvalidSyntaxException;
import karst.type.TimeModifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a search runs over: tables, macros, times, limits. */
final class EngineOptions {
  @Option(
      names = "--table",
      paramLabel = "NAME=FILE",
      description = "Binds a CSV file (or .csv.gz) to a table or dataset; may be repeated.")
  private Map<String, Path> tables = new LinkedHashMap<>();

  @Option(
      names = "--macros",
      paramLabel = "PATH",
      description =
          "Reads macros from a folder of YAML files, or a macros.conf; may be repeated, later ones"
              + " win.")
  private List<Path> macros = new ArrayList<>();

  @Option(
      names = "--lookups",
      paramLabel = "DIR",
      description = "Makes the CSV files of a folder readable as tables; may be repeated.")
  private List<Path> lookups = new ArrayList<>();

  @Option(
      names = "--earliest",
      paramLabel = "TIME",
      description = "Leaves out what is older: an SPL time such as -7d@d, an epoch, a date.")
  private @Nullable String earliest;

  @Option(
      names = "--latest",
      paramLabel = "TIME",
      description = "Leaves out what is as young or younger.")
  private @Nullable String latest;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "Sets the time that the search takes for now.")
  private @Nullable String now;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Sets the time zone, such as Europe/Berlin (default: ${DEFAULT-VALUE}).")
  private String timezone = "UTC";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Sets the number of threads (default: all cores).")
  private @Nullable Integer threads;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Ends the search after a time such as 30s or 5m.")
  private @Nullable String timeout;

  @Option(
      names = "--max-memory",
      paramLabel = "SIZE",
      description = "Bounds the memory of the search, such as 512m or 2g (default: half the heap).")
  private @Nullable String maxMemory;

  /** Returns the engine that the options describe. */
  Engine engine() {
    Clock clock = clock();
    ZoneId zone = zone();
    Engine.Builder builder =
        Engine.builder().clock(clock).zone(zone).limits(limits()).timeRange(range(clock, zone));
    tables.forEach((name, file) -> builder.table(Tables.csv(name, file)));
    macros.forEach(path -> builder.macros(MacroLibrary.load(path)));
    lookups.forEach(builder::lookups);
    return builder.build();
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(timezone);
    } catch (DateTimeException e) {
      throw Diagnostic.error(
              DiagnosticCode.BAD_OPTION, "--timezone: there is no time zone `" + timezone + "`")
          .suggest(timezone, ZoneId.getAvailableZoneIds().stream().sorted().toList())
          .toException();
    }
  }

  private Clock clock() {
    if (now == null) {
      return Clock.systemUTC();
    }
    double seconds = time("--now", now, Instant.now().getEpochSecond(), zone());
    return Clock.fixed(Instant.ofEpochMilli(Math.round(seconds * 1000)), ZoneOffset.UTC);
  }

  private TimeRange range(Clock clock, ZoneId zone) {
    double base = clock.instant().getEpochSecond();
    return new TimeRange(
        earliest == null ? null : time("--earliest", earliest, base, zone),
        latest == null ? null : time("--latest", latest, base, zone));
  }

  private static double time(String option, String text, double base, ZoneId zone) {
    try {
      return TimeModifier.parse(text).apply(base, zone);
    } catch (InvalidSyntaxException e) {
      throw badOption(option, text, "is no time: " + e.getMessage());
    }
  }

  private Limits limits() {
    Limits limits = Limits.defaults();
    if (threads != null) {
      if (threads < 1) {
        throw badOption("--threads", threads.toString(), "must be at least 1");
      }
      limits = limits.withThreads(threads);
    }
    if (maxMemory != null) {
      limits = limits.withMaxMemory(Quantities.bytes(maxMemory));
    }
    if (timeout != null) {
      Duration duration = Quantities.duration(timeout);
      limits = limits.withTimeout(duration);
    }
    return limits;
  }

  private static RuntimeException badOption(String option, String text, String fault) {
    return Diagnostic.error(DiagnosticCode.BAD_OPTION, option + ": `" + text + "` " + fault)
        .toException();
  }
}
