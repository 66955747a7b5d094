package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.Chart;
import karst.command.Geostats;
import karst.command.SeriesOptions;

/** Aggregation by squares of a map (spl-semantics §6.2). */
final class GeostatsCommand {
  private GeostatsCommand() {}

  static Rows apply(Geostats command, Rows rows, Expressions expressions) {
    List<Map<String, Object>> placed = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      Double latitude = StatisticCommands.number(row.get(command.squares().latitude().name()));
      Double longitude = StatisticCommands.number(row.get(command.squares().longitude().name()));
      if (latitude == null
          || longitude == null
          || Math.abs(latitude) > 90
          || Math.abs(longitude) > 180) {
        continue;
      }
      for (int level = 0; level < command.squares().levels(); level++) {
        double height = command.squares().height() / Math.pow(2, level);
        double width = command.squares().width() / Math.pow(2, level);
        long y = square(latitude + 90, height, 180);
        long x = square(longitude + 180, width, 360);
        Map<String, Object> copy = new LinkedHashMap<>(row);
        copy.put("geobin", "bin_id_zl_" + level + "_y_" + y + "_x_" + x);
        placed.add(copy);
      }
    }
    Set<String> fields = new LinkedHashSet<>(rows.columns());
    fields.add("geobin");
    Rows squares = new Rows(fields, placed);
    List<AggregateCall> means =
        List.of(
            mean(command.squares().latitude(), command.latitude()),
            mean(command.squares().longitude(), command.longitude()));
    List<AggregateCall> calls = new ArrayList<>(means);
    calls.addAll(command.aggregates());
    FieldName square = new FieldName("geobin", command.span());
    FieldName by = command.by();
    if (by == null || !command.columns()) {
      List<FieldName> keys = by == null ? List.of(square) : List.of(square, by);
      return new Grouping(expressions, keys, false, false).aggregate(squares, calls);
    }
    Rows charted =
        ChartCommands.chart(
            new Chart(
                command.aggregates(),
                new Chart.Split(square, null),
                new Chart.Split(by, null),
                new SeriesOptions(command.limit(), false, "OTHER", "NULL", ": ", null, null),
                command.span()),
            squares,
            expressions);
    Rows places =
        new Grouping(expressions, List.of(square), false, false).aggregate(squares, means);
    Set<String> columns = new LinkedHashSet<>(List.of("geobin"));
    columns.add(command.latitude());
    columns.add(command.longitude());
    columns.addAll(charted.columns());
    return charted.map(
        columns,
        row -> {
          places.all().stream()
              .filter(place -> Objects.equals(place.get("geobin"), row.get("geobin")))
              .forEach(row::putAll);
          return row;
        });
  }

  private static long square(double place, double size, double end) {
    return Math.min((long) Math.floor(place / size), (long) Math.ceil(end / size) - 1);
  }

  private static AggregateCall mean(FieldName field, String name) {
    return new AggregateCall("avg", field, null, Double.NaN, name, true, field.span());
  }
}
