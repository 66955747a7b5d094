package karst.oracle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import karst.command.Gentimes;
import karst.command.Iplocation;
import karst.command.Makeresults;
import karst.type.CsvText;
import karst.type.JsonValue;

/** The commands that make rows or fields out of nothing (spl-semantics §6). */
final class Generators {
  private Generators() {}

  static Rows makeresults(Makeresults command, Expressions expressions) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    switch (command.format()) {
      case NONE -> {
        columns.add("_time");
        for (long i = 0; i < command.count(); i++) {
          rows.add(new LinkedHashMap<>());
        }
      }
      case CSV -> {
        List<List<String>> records = CsvText.parse(command.data());
        columns.addAll(records.get(0));
        for (List<String> record : records.subList(1, records.size())) {
          Map<String, Object> row = new LinkedHashMap<>();
          for (int i = 0; i < Math.min(record.size(), records.get(0).size()); i++) {
            if (!record.get(i).isEmpty()) {
              row.put(records.get(0).get(i), record.get(i));
            }
          }
          rows.add(row);
        }
      }
      case JSON -> json(command.data(), rows, columns);
    }
    if (command.annotate()) {
      columns.addAll(
          List.of("_raw", "host", "source", "sourcetype", "splunk_server", "splunk_server_group"));
      columns.add("_time");
    }
    return new Rows(columns, rows)
        .map(
            columns,
            row -> {
              if (columns.contains("_time")) {
                row.putIfAbsent("_time", Values.texts(expressions.now).get(0));
              }
              if (command.annotate()) {
                row.putIfAbsent("splunk_server", "localhost");
              }
              return row;
            });
  }

  private static void json(String data, List<Map<String, Object>> rows, Set<String> columns) {
    JsonValue json = Objects.requireNonNull(JsonValue.parse(data));
    List<JsonValue> objects =
        json instanceof JsonValue.Array array ? array.elements() : List.of(json);
    for (JsonValue object : objects) {
      Map<String, Object> row = new LinkedHashMap<>();
      ((JsonValue.Members) object)
          .members()
          .forEach(
              (key, value) -> {
                columns.add(key);
                List<String> texts =
                    value instanceof JsonValue.Array array
                        ? array.elements().stream().map(JsonValue::asText).toList()
                        : value instanceof JsonValue.Null ? List.of() : List.of(value.asText());
                Values.set(row, key, Values.of(texts));
              });
      rows.add(row);
    }
  }

  static Rows gentimes(Gentimes command, Expressions expressions) {
    Set<String> columns = new LinkedHashSet<>();
    columns.addAll(List.of("starttime", "starthuman", "endtime", "endhuman"));
    List<Map<String, Object>> rows = new ArrayList<>();
    ZonedDateTime end = time(command.end() == null ? "0" : command.end(), expressions);
    String increment = command.increment();
    long length = Long.parseLong(increment.substring(0, increment.length() - 1));
    ChronoUnit unit =
        switch (increment.charAt(increment.length() - 1)) {
          case 's' -> ChronoUnit.SECONDS;
          case 'm' -> ChronoUnit.MINUTES;
          case 'h' -> ChronoUnit.HOURS;
          default -> ChronoUnit.DAYS;
        };
    DateTimeFormatter human =
        DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss yyyy", Locale.ENGLISH);
    ZonedDateTime from = time(command.start(), expressions);
    while (from.isBefore(end)) {
      ZonedDateTime next = from.plus(length, unit);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("starttime", Long.toString(from.toEpochSecond()));
      row.put("starthuman", from.format(human));
      row.put("endtime", Long.toString(next.toEpochSecond() - 1));
      row.put("endhuman", next.minusSeconds(1).format(human));
      rows.add(row);
      from = next;
    }
    return new Rows(columns, rows);
  }

  private static ZonedDateTime time(String bound, Expressions expressions) {
    if (bound.matches("[+-]?[0-9]+")) {
      return Instant.ofEpochSecond((long) expressions.now)
          .atZone(expressions.zone)
          .truncatedTo(ChronoUnit.DAYS)
          .plusDays(Integer.parseInt(bound));
    }
    String full = bound.contains(":") ? bound : bound + ":00:00:00";
    return LocalDateTime.parse(full, DateTimeFormatter.ofPattern("MM/dd/yyyy:HH:mm:ss"))
        .atZone(expressions.zone);
  }

  /** Without bounds, as searches here are run. */
  static Rows addinfo(Rows rows, Expressions expressions) {
    String now = Values.texts(expressions.now).get(0);
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.addAll(List.of("info_min_time", "info_max_time", "info_sid", "info_search_time"));
    return rows.map(
        columns,
        row -> {
          row.put("info_min_time", "0");
          row.put("info_max_time", "+Infinity");
          row.put("info_sid", now + ".1");
          row.put("info_search_time", now);
          return row;
        });
  }

  /** Without a database, as searches here are run, nothing is known. */
  static Rows iplocation(Iplocation command, Rows rows) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    for (String field : List.of("City", "Country", "Region", "lat", "lon")) {
      columns.add(command.prefix() + field);
    }
    if (command.allFields()) {
      for (String field : List.of("Continent", "MetroCode", "Timezone")) {
        columns.add(command.prefix() + field);
      }
    }
    return new Rows(columns, rows.all());
  }
}
