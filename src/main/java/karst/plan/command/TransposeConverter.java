package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Transpose;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import karst.plan.StageRows;
import karst.source.DiagnosticCode;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Plans {@code transpose}: the rows so far make the columns, so they are run first. */
public final class TransposeConverter implements CommandConverter<Transpose> {
  @Override
  public void convert(Transpose command, PlanBuilder plan) {
    String header = command.headerField();
    if (!header.isEmpty() && plan.indexOf(header) < 0 && !plan.isOpen()) {
      plan.context()
          .error(
              DiagnosticCode.UNKNOWN_FIELD,
              command.span(),
              "no field is called `" + header + "`, which names the columns");
      return;
    }
    if (command.rows() > 0) {
      plan.limit(command.rows());
    }
    StageRows rows = plan.run();
    if (rows == null) {
      plan.resumeUnknown(new Schema(List.of(new Column(command.columnName(), SplType.STRING))));
      return;
    }
    Batch table = table(command, rows);
    plan.resume(new StageRows(table.schema(), table.rowCount() == 0 ? List.of() : List.of(table)));
  }

  private static Batch table(Transpose command, StageRows rows) {
    List<Integer> fields = new ArrayList<>();
    int header = rows.schema().indexOf(command.headerField());
    for (int i = 0; i < rows.schema().size(); i++) {
      String name = rows.schema().column(i).name();
      boolean wanted = i != header && !FieldPattern.isInternal(name);
      if (wanted && (command.includeEmpty() || hasValue(rows, i))) {
        fields.add(i);
      }
    }
    VectorBuilder names = new VectorBuilder(fields.size());
    fields.forEach(field -> names.append(rows.schema().column(field).name()));
    List<Column> columns =
        new ArrayList<>(List.of(new Column(command.columnName(), SplType.STRING)));
    List<Vector> vectors = new ArrayList<>(List.of(names.build()));
    for (Batch batch : rows.batches()) {
      for (int row = 0; row < batch.rowCount(); row++) {
        VectorBuilder values = new VectorBuilder(fields.size());
        for (int field : fields) {
          values.append(batch.vector(field), row);
        }
        String given = header < 0 ? null : TextOf.row(batch.vector(header), row);
        columns.add(new Column(name(given, columns), SplType.DYNAMIC));
        vectors.add(values.build());
      }
    }
    return Batch.of(new Schema(columns), vectors, fields.size());
  }

  /** A name that another column has, or none, becomes the number of the row. */
  private static String name(@Nullable String given, List<Column> columns) {
    boolean taken = columns.stream().anyMatch(column -> column.name().equals(given));
    return given == null || taken ? "row " + columns.size() : given;
  }

  private static boolean hasValue(StageRows rows, int column) {
    for (Batch batch : rows.batches()) {
      for (int row = 0; row < batch.rowCount(); row++) {
        String text = TextOf.row(batch.vector(column), row);
        if (text != null && !text.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}
