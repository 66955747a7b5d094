package karst.oracle;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import karst.command.Command;
import karst.command.Localize;
import karst.command.Reltime;
import karst.command.Timewrap;
import karst.type.TimeFormat;
import karst.type.TimeSpan;
import karst.type.WrapPeriod;
import org.jspecify.annotations.Nullable;

/** The commands that read the times of rows (spl-semantics §6.2). */
final class TimeCommands {
  private static final List<String> UNITS =
      List.of("second", "minute", "hour", "day", "month", "year");
  private static final List<Long> SECONDS =
      List.of(1L, 60L, 3600L, 86_400L, 30 * 86_400L, 365 * 86_400L);

  private TimeCommands() {}

  /** Returns null for a command that is none of these. */
  static @Nullable Rows run(Command command, Rows rows, double now, ZoneId zone) {
    if (command instanceof Localize localize) {
      return localize(localize, rows);
    } else if (command instanceof Reltime reltime) {
      return reltime(reltime, rows, now);
    }
    return command instanceof Timewrap timewrap ? timewrap(timewrap, rows, now, zone) : null;
  }

  private static @Nullable Double time(Map<String, Object> row) {
    Object value = row.get("_time");
    Double time = Values.texts(value).size() == 1 ? Values.number(value) : null;
    return time == null || !Double.isFinite(time) ? null : time;
  }

  private static Rows localize(Localize command, Rows rows) {
    TreeSet<Double> times = new TreeSet<>();
    for (Map<String, Object> row : rows.all()) {
      Double time = time(row);
      if (time != null) {
        times.add(time == 0 ? 0.0 : time);
      }
    }
    double pause = TimeSpan.parse(command.maxPause()).seconds();
    List<Map<String, Object>> ranges = new ArrayList<>();
    while (!times.isEmpty()) {
      double last = times.pollLast();
      double first = last;
      while (!times.isEmpty() && first - times.last() <= pause) {
        first = times.pollLast();
      }
      Map<String, Object> range = new LinkedHashMap<>();
      Values.set(range, "starttime", first - TimeSpan.parse(command.timeBefore()).seconds());
      Values.set(range, "endtime", last + TimeSpan.parse(command.timeAfter()).seconds());
      ranges.add(range);
    }
    return new Rows(new LinkedHashSet<>(List.of("starttime", "endtime")), ranges);
  }

  private static Rows reltime(Reltime command, Rows rows, double now) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add(command.output());
    return rows.map(
        columns,
        row -> {
          Double time = Values.number(row.get(command.field().name()));
          Values.set(
              row,
              command.output(),
              time != null && Double.isFinite(time) ? ago(now - time) : null);
          return row;
        });
  }

  private static String ago(double seconds) {
    long whole = (long) Math.floor(Math.abs(seconds));
    String text = whole + " seconds";
    for (int i = 0; i < UNITS.size(); i++) {
      if (whole >= SECONDS.get(i)) {
        long count = whole / SECONDS.get(i);
        text = count + " " + UNITS.get(i) + (count == 1 ? "" : "s");
      }
    }
    return seconds <= -1 ? "in " + text : text + " ago";
  }

  private static Rows timewrap(Timewrap command, Rows rows, double now, ZoneId zone) {
    TreeMap<Double, Integer> times = new TreeMap<>();
    for (Map<String, Object> row : rows.all()) {
      Double time = time(row);
      if (time != null) {
        times.put(time, 0);
      }
    }
    double end = end(command, new ArrayList<>(times.keySet()), now);
    WrapPeriod period = WrapPeriod.parse(command.period());
    TreeMap<Double, Map<String, Object>> wrapped = new TreeMap<>();
    TreeSet<Long> periods = new TreeSet<>();
    for (Map<String, Object> row : rows.all()) {
      Double time = time(row);
      if (time != null) {
        if (Math.abs(end - time) / period.seconds() > 1000 || time < 0) {
          throw new UnsupportedOperationException("too many periods");
        }
        long back = 0;
        while (period.before(end, back + 1, zone) > time) {
          back++;
        }
        periods.add(back);
        double last = period.before(end, 1, zone);
        double moved = last + time - period.before(end, back + 1, zone);
        Map<String, Object> target = wrapped.computeIfAbsent(moved, key -> new LinkedHashMap<>());
        for (String column : rows.columns()) {
          if (!FieldNames.isInternal(column)) {
            Values.set(target, name(command, column, back, end, zone), row.get(column));
          }
        }
      }
    }
    Set<String> columns = new LinkedHashSet<>(List.of("_time"));
    for (String column : rows.columns()) {
      for (long back : periods.descendingSet()) {
        if (!FieldNames.isInternal(column)) {
          columns.add(name(command, column, back, end, zone));
        }
      }
    }
    wrapped.forEach((time, row) -> Values.set(row, "_time", time));
    return new Rows(columns, List.copyOf(wrapped.values()));
  }

  private static double end(Timewrap command, List<Double> times, double now) {
    if (command.alignsNow() || times.isEmpty()) {
      return now;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < times.size(); i++) {
      least = Math.min(least, times.get(i) - times.get(i - 1));
    }
    return times.get(times.size() - 1) + (Double.isFinite(least) ? least : 1);
  }

  private static String name(Timewrap command, String column, long back, double end, ZoneId zone) {
    WrapPeriod period = WrapPeriod.parse(command.period());
    return column
        + "_"
        + switch (command.series()) {
          case RELATIVE -> period.name(back);
          case SHORT -> "s" + back;
          case EXACT ->
              TimeFormat.compile(command.timeFormat())
                  .format(period.before(end, back + 1, zone), zone);
        };
  }
}
