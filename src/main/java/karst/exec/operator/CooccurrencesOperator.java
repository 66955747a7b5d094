package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.Cooccurrences;
import karst.vector.Batch;
import karst.vector.Schema;

/** Counts for each two columns the rows that have both, as a part of those that have one. */
public final class CooccurrencesOperator extends BlockingOperator {
  private final Cooccurrences cooccurrences;
  private final Schema schema;

  /** Creates an operator. */
  public CooccurrencesOperator(
      Cooccurrences cooccurrences,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("correlate", inputs.get(0), schemas.get(0), context);
    this.cooccurrences = cooccurrences;
    this.schema = schema;
  }

  @Override
  Batch transform(Batch all) {
    RowWriter writer = new RowWriter(schema);
    List<Integer> columns = cooccurrences.columns();
    for (int i = 0; i < columns.size(); i++) {
      List<Object> row = new ArrayList<>(List.of(schema.column(i + 1).name()));
      for (int other : columns) {
        row.add(String.format(Locale.ROOT, "%.2f", together(all, columns.get(i), other)));
      }
      writer.append(row.toArray());
    }
    return writer.build();
  }

  private static double together(Batch all, int one, int other) {
    int both = 0;
    int either = 0;
    for (int row = 0; row < all.rowCount(); row++) {
      boolean first = !all.vector(one).isNull(row);
      boolean second = !all.vector(other).isNull(row);
      both += first && second ? 1 : 0;
      either += first || second ? 1 : 0;
    }
    return either == 0 ? 0 : (double) both / either;
  }
}
