package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.StageRows;
import karst.plan.SubsearchText;
import karst.plan.rel.FormatRows;
import karst.plan.rel.ReturnValues;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Makes one row of all rows: their text as terms of a search. */
public final class TextRowOperator {
  private TextRowOperator() {}

  /** The text of one batch that has all rows. */
  @FunctionalInterface
  private interface Writing {
    String text(Batch all);
  }

  /** Opens {@code format}. */
  public static Operator open(
      FormatRows format,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    return open(
        "format",
        inputs,
        schemas,
        schema,
        context,
        all -> {
          int rows = (int) Math.min(all.rowCount(), format.maxRows());
          Batch first = all.select(all.selection().slice(0, rows)).packed();
          return SubsearchText.of(new StageRows(all.schema(), List.of(first)), format.words());
        });
  }

  /** Opens {@code return}. */
  public static Operator open(
      ReturnValues values,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    return open("return", inputs, schemas, schema, context, all -> ReturnText.of(all, values));
  }

  private static Operator open(
      String name,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context,
      Writing writing) {
    return new BlockingOperator(name, inputs.get(0), schemas.get(0), context) {
      @Override
      Batch transform(Batch all) {
        VectorBuilder builder = new VectorBuilder(1);
        builder.append(writing.text(all));
        Vector vector = builder.build();
        return Batch.of(schema, List.of(vector), 1);
      }
    };
  }
}
