package karst.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import karst.plan.rel.SplTableScan;
import org.apache.calcite.rel.RelNode;

/** Writes plans as SQL. */
public final class SqlExporter {
  private final ExportRequest request;

  /** Creates an exporter. */
  public SqlExporter(ExportRequest request) {
    this.request = request;
  }

  /**
   * Returns a statement that gives the rows of a plan, in their order as far as there is one.
   *
   * @param plan not optimised
   * @param tables the name in SQL of the table that a scan reads; empty if it is none of a database
   * @throws ExportRefusal if the dialect cannot say what the plan means
   */
  public SqlStatement export(RelNode plan, Function<SplTableScan, Optional<List<String>>> tables) {
    Dialect dialect = request.dialect();
    Sql sql = new Sql(plan.getCluster().getRexBuilder(), dialect, request.now(), request.zone());
    PlanTranslator translator = new PlanTranslator(sql, tables, request.ordinal());
    List<String> names = plan.getRowType().getFieldNames();
    Rows rows = translator.translate(plan, true).settled(names);
    if (!dialect.sortsByWindows()) {
      rows = rows.frozen();
    }
    return new SqlStatement(new SqlText(dialect.calcite()).write(rows, names) + "\n", rows.total());
  }
}
