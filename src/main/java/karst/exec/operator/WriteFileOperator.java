package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.exec.lookup.LookupIndex;
import karst.plan.rel.WriteFile;
import karst.table.CsvOutput;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Writes all rows before the first goes on, so that what follows cannot cut the file short. */
public final class WriteFileOperator extends BlockingOperator {
  private final WriteFile write;
  private final Schema schema;

  /** Opens an output of the only input's rows. */
  public WriteFileOperator(
      WriteFile write,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("the output", inputs.get(0), schemas.get(0), context);
    this.write = write;
    this.schema = schema;
  }

  @Override
  Batch transform(Batch all) {
    List<@Nullable String[]> rows = new ArrayList<>();
    int count = (int) Math.min(all.rowCount(), write.max());
    for (int row = 0; row < count; row++) {
      @Nullable String[] cells = new String[write.columns().size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell(all.vector(write.columns().get(i)), row);
      }
      rows.add(cells);
    }
    new CsvOutput(write.file())
        .write(
            write.columns().stream().map(schema.names()::get).toList(),
            rows,
            write.mode(),
            write.key().map(write.columns()::indexOf).orElse(null));
    return all;
  }

  /** Several values become one, with spaces between. */
  private static @Nullable String cell(Vector vector, int row) {
    List<String> texts = LookupIndex.texts(vector, row);
    return texts.isEmpty() ? null : String.join(" ", texts);
  }
}
