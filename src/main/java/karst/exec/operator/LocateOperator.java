package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.Locate;
import karst.table.IpLocations;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Adds columns that say where an address is; of several addresses the first counts. */
public final class LocateOperator implements Operator {
  private final Locate locate;
  private final Operator input;
  private final Schema schema;
  private final RunContext context;

  /**
   * Creates an operator.
   *
   * @param schema the input's columns and those that are added
   */
  public LocateOperator(Locate locate, Operator input, Schema schema, RunContext context) {
    this.locate = locate;
    this.input = input;
    this.schema = schema;
    this.context = context;
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = input.next();
    if (batch == null) {
      return null;
    }
    context.checkpoint();
    Batch packed = batch.packed();
    int rows = packed.rowCount();
    List<StringVector.Builder> columns = new ArrayList<>();
    for (int i = 0; i < locate.count(); i++) {
      columns.add(new StringVector.Builder(rows));
    }
    for (int row = 0; row < rows; row++) {
      List<@Nullable String> values = values(address(packed.vector(locate.column()), row));
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).append(values.get(i));
      }
    }
    List<Vector> vectors = new ArrayList<>(packed.vectors());
    columns.forEach(column -> vectors.add(column.build()));
    return Batch.of(schema, vectors, rows);
  }

  private static @Nullable String address(Vector addresses, int row) {
    return addresses.kindAt(row) == Kind.LIST
        ? TextOf.row(addresses.listAt(row), 0)
        : TextOf.row(addresses, row);
  }

  private List<@Nullable String> values(@Nullable String address) {
    IpLocations.Location place =
        address == null ? null : locate.locations().locate(address, locate.language());
    if (place == null) {
      return Arrays.asList(new @Nullable String[8]);
    }
    return Arrays.asList(
        place.city(),
        place.country(),
        place.region(),
        place.latitude(),
        place.longitude(),
        place.continent(),
        place.metroCode(),
        place.timeZone());
  }

  @Override
  public void close() {
    input.close();
  }
}
