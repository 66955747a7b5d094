package karst.plan.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.command.Makeresults;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.TableSource;
import karst.source.DiagnosticCode;
import karst.table.MemoryTable;
import karst.table.MemoryTableBuilder;
import karst.table.ScanContext;
import karst.type.CsvText;
import karst.type.InvalidSyntaxException;
import karst.type.JsonValue;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Vector;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Plans {@code makeresults}: the scan of a table in memory that is made for it. */
public final class MakeresultsConverter implements CommandConverter<Makeresults> {
  private static final String NAME = "makeresults";

  @Override
  public void convert(Makeresults command, PlanBuilder plan) {
    MemoryTable table =
        switch (command.format()) {
          case NONE -> blank(command.count());
          case CSV -> csv(command, plan.context());
          case JSON -> json(command, plan.context());
        };
    if (!new TableSource(plan).scan(table, command.span())) {
      return;
    }
    Map<String, RexNode> values = new LinkedHashMap<>();
    if (command.format() == Makeresults.Format.NONE) {
      values.put("_time", plan.context().startOfRun());
    }
    if (command.annotate()) {
      for (String field : List.of("_raw", "host", "source", "sourcetype")) {
        values.put(field, plan.context().nothing());
      }
      values.put("splunk_server", plan.context().text("localhost"));
      values.put("splunk_server_group", plan.context().nothing());
      plan.names().forEach(values::remove);
      values.putIfAbsent("_time", plan.context().startOfRun());
    }
    plan.assign(values);
  }

  /** The batches share one vector, so that a million rows take no room. */
  private static MemoryTable blank(long count) {
    Schema schema = new Schema(List.of(new Column("_time", SplType.TIME)));
    List<Vector> full = List.of(new NullVector(ScanContext.DEFAULT_BATCH_SIZE));
    Batch batch = Batch.of(schema, full, ScanContext.DEFAULT_BATCH_SIZE);
    List<Batch> batches = new ArrayList<>();
    long left = count;
    for (; left >= ScanContext.DEFAULT_BATCH_SIZE; left -= ScanContext.DEFAULT_BATCH_SIZE) {
      batches.add(batch);
    }
    if (left > 0) {
      batches.add(Batch.of(schema, List.of(new NullVector((int) left)), (int) left));
    }
    return MemoryTable.of(NAME, schema, batches);
  }

  private static MemoryTable csv(Makeresults command, PlanContext context) {
    MemoryTableBuilder table = MemoryTable.builder(NAME);
    try {
      List<List<String>> records = CsvText.parse(command.data());
      if (records.isEmpty()) {
        context.error(
            DiagnosticCode.MALFORMED_DATA, command.dataSpan(), "there is no line of names");
        return blank(0);
      }
      List<String> names = records.get(0);
      names.forEach(name -> table.column(name, SplType.STRING));
      for (List<String> record : records.subList(1, records.size())) {
        @Nullable Object[] row = Arrays.copyOf(record.toArray(), names.size());
        for (int i = 0; i < row.length; i++) {
          row[i] = "".equals(row[i]) ? null : row[i];
        }
        table.row(row);
      }
    } catch (InvalidSyntaxException e) {
      context.error(
          DiagnosticCode.MALFORMED_DATA, command.dataSpan(), String.valueOf(e.getMessage()));
    }
    return table.build();
  }

  private static MemoryTable json(Makeresults command, PlanContext context) {
    JsonValue json = JsonValue.parse(command.data().strip());
    List<JsonValue> rows =
        json instanceof JsonValue.Array array
            ? array.elements()
            : json instanceof JsonValue.Members ? List.of(json) : List.of();
    boolean objects = rows.stream().allMatch(JsonValue.Members.class::isInstance);
    if (json == null || !objects || (rows.isEmpty() && !(json instanceof JsonValue.Array))) {
      context.error(
          DiagnosticCode.MALFORMED_DATA,
          command.dataSpan(),
          "the data are no JSON array of objects");
      return blank(0);
    }
    MemoryTableBuilder table = MemoryTable.builder(NAME);
    for (JsonValue row : rows) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      ((JsonValue.Members) row).members().forEach((key, value) -> values.put(key, value(value)));
      table.row(values);
    }
    return table.build();
  }

  private static @Nullable Object value(JsonValue value) {
    if (value instanceof JsonValue.Array array) {
      return array.elements().stream().map(JsonValue::asText).toList();
    }
    return value instanceof JsonValue.Null ? null : value.asText();
  }
}
