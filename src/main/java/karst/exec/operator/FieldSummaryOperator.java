package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.FieldSummary;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Makes a row of each column that has a value. */
public final class FieldSummaryOperator extends BlockingOperator {
  private final FieldSummary summary;
  private final Schema schema;

  /** Opens a summary of the only input's rows. */
  public FieldSummaryOperator(
      FieldSummary summary,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("fieldsummary", inputs.get(0), schemas.get(0), context);
    this.summary = summary;
    this.schema = schema;
  }

  @Override
  Batch transform(Batch all) {
    List<VectorBuilder> columns = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      columns.add(new VectorBuilder(summary.columns().size()));
    }
    for (int i = 0; i < summary.columns().size(); i++) {
      Vector column = all.vector(summary.columns().get(i));
      ValueSummary values = new ValueSummary();
      for (int row = 0; row < column.size(); row++) {
        values.add(column, row);
      }
      if (values.count() > 0) {
        append(summary.names().get(i), values, columns);
      }
    }
    List<Vector> vectors = columns.stream().map(VectorBuilder::build).toList();
    return Batch.of(schema, vectors, vectors.get(0).size());
  }

  private void append(String field, ValueSummary values, List<VectorBuilder> columns) {
    columns.get(0).append(field);
    columns.get(1).append(values.count());
    columns.get(2).append(values.distinctCount());
    columns.get(3).append(1);
    columns.get(7).append(values.numericCount());
    columns.get(9).append(values.values(summary.maxValues()));
    if (values.numericCount() == 0) {
      List.of(4, 5, 6, 8).forEach(column -> columns.get(column).appendNull());
    } else {
      columns.get(4).append(values.max());
      columns.get(5).append(values.mean());
      columns.get(6).append(values.min());
      columns.get(8).append(values.deviation());
    }
  }
}
