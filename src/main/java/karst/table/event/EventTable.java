package karst.table.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import karst.table.Scan;
import karst.table.ScanContext;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Events with those of their fields as columns that a search names. */
public final class EventTable implements Table {
  /** The event as it was logged. */
  public static final String RAW = "_raw";

  /** The names of an event's fields, a list; for those who ask which fields there are. */
  public static final String FIELD_NAMES = "_fieldnames";

  /** The columns that every event has, beside the raw event. */
  public static final List<String> BASE =
      List.of(TIME_FIELD, "host", "source", "sourcetype", "index");

  private static final String NAME = "events";

  private final EventSet events;
  private final Schema schema;

  EventTable(EventSet events, List<String> fields) {
    this.events = events;
    Set<String> names = new LinkedHashSet<>(BASE);
    names.addAll(fields);
    // The raw event is long: what is shown puts it last.
    names.remove(RAW);
    names.add(RAW);
    List<Column> columns = new ArrayList<>();
    names.forEach(name -> columns.add(new Column(name, typeOf(name))));
    this.schema = new Schema(columns);
  }

  /** The values of arrays are lists; elsewhere the first value counts. */
  private static SplType typeOf(String name) {
    if (name.equals(TIME_FIELD)) {
      return SplType.TIME;
    }
    boolean list = name.contains("{}") || name.equals("Data") || name.equals(FIELD_NAMES);
    return list ? SplType.DYNAMIC : SplType.STRING;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Object source() {
    return events;
  }

  @Override
  public Table with(List<Table> others) {
    Set<String> names = new LinkedHashSet<>(schema.names());
    others.forEach(other -> names.addAll(other.schema().names()));
    return new EventTable(events, List.copyOf(names));
  }

  @Override
  public boolean isResident(ScanContext context) {
    return events.isResident(context);
  }

  @Override
  public Scan scan(ScanRequest request, ScanContext context) {
    return new EventScan(events, schema, request, context);
  }
}
