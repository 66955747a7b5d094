package karst.plan.command;

import java.util.List;
import karst.command.Multikv;
import karst.plan.CommandConverter;
import karst.plan.GrownRows;
import karst.plan.PlanBuilder;
import karst.plan.StageRows;
import karst.plan.TypeMapping;
import karst.type.TextTable;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.TextOf;

/** Plans {@code multikv}: the texts make the columns, so the rows so far are run first. */
public final class MultikvConverter implements CommandConverter<Multikv> {
  private static final String TEXT = "_raw";

  @Override
  public void convert(Multikv command, PlanBuilder plan) {
    int column = plan.indexOf(TEXT);
    if (column < 0) {
      plan.context().unknownField(TEXT, command.span(), plan);
      return;
    }
    Schema before = TypeMapping.schemaOf(plan.node().getRowType());
    StageRows rows = plan.run();
    if (rows == null) {
      plan.resumeUnknown(before);
      return;
    }
    GrownRows grown = new GrownRows(before);
    for (Batch batch : rows.batches()) {
      for (int row = 0; row < batch.rowCount(); row++) {
        String text = TextOf.row(batch.vector(column), row);
        List<TextTable.Line> lines = text == null ? null : tables(command).read(text);
        if (lines != null) {
          lines.forEach(new Lines(command, grown, batch, row)::add);
        }
        if (lines == null || !command.dropsEvent()) {
          grown.add();
          grown.copy(batch, row);
        }
      }
    }
    plan.resume(grown.rows());
  }

  private static TextTable tables(Multikv command) {
    int line = (int) Math.min(command.headerLine(), Integer.MAX_VALUE);
    return new TextTable(line, command.hasHeader(), command.several());
  }

  /** Makes rows of the lines of an event. */
  private record Lines(Multikv command, GrownRows rows, Batch batch, int event) {
    void add(TextTable.Line line) {
      if (!command.filter().isEmpty()
          && command.filter().stream().noneMatch(line.text()::contains)) {
        return;
      }
      rows.add();
      if (command.copiesFields()) {
        rows.copy(batch, event);
      }
      rows.set(TEXT, line.text());
      line.cells()
          .forEach(
              (name, value) -> {
                if (isWanted(name)) {
                  rows.set(name, value);
                }
              });
    }

    private boolean isWanted(String name) {
      return command.fields().isEmpty()
          || command.fields().stream().anyMatch(field -> field.name().equals(name));
    }
  }
}
