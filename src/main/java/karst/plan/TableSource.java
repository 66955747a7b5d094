package karst.plan;

import java.util.Collection;
import karst.command.DataModelName;
import karst.command.TableName;
import karst.model.DataModel;
import karst.model.Dataset;
import karst.model.Resolution;
import karst.plan.rel.SplTableScan;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.table.MemoryTable;
import karst.table.Table;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rel.type.RelDataType;
import org.jspecify.annotations.Nullable;

/** Begins a plan with the scan of a table, found by its name or by the dataset bound to it. */
public final class TableSource {
  private final PlanBuilder plan;
  private final PlanContext context;

  /** Creates a source for a plan without rows. */
  public TableSource(PlanBuilder plan) {
    this.plan = plan;
    this.context = plan.context();
  }

  /** Scans the table of a name; an unknown one is reported, and false returned. */
  public boolean scanTable(TableName reference) {
    if (!isFirst(reference.span())) {
      return false;
    }
    String name = reference.name();
    Table table = context.tables().find(name);
    if (table == null && LookupSource.isExternal(name, reference.span(), context)) {
      return false;
    }
    if (table == null) {
      Diagnostic unknown =
          Diagnostic.error(DiagnosticCode.UNKNOWN_TABLE, "there is no table `" + name + "`")
              .suggest(name, context.tables().names());
      context.diagnostics().add(bindHint(unknown, name), reference.span());
      return false;
    }
    plan.set(SplTableScan.create(context.cluster(), table));
    return true;
  }

  /** Scans a table that a command makes; false, with an error, if there are rows already. */
  public boolean scan(Table table, Span span) {
    if (!isFirst(span)) {
      return false;
    }
    plan.set(SplTableScan.create(context.cluster(), table));
    return true;
  }

  /** Scans the table of a name; an unknown one is only warned of, and has no rows. */
  public void scanTableIfThere(TableName reference) {
    String name = reference.name();
    boolean listed = context.tables().find(name) != null || context.tables().external(name) != null;
    if (listed || plan.hasRows()) {
      scanTable(reference);
      return;
    }
    context
        .diagnostics()
        .add(
            Diagnostic.warning(
                    DiagnosticCode.UNKNOWN_TABLE,
                    "there is no table `" + name + "`, so there are no rows")
                .suggest(name, context.tables().names()),
            reference.span());
    RelDataType noFields = context.cluster().getTypeFactory().builder().build();
    plan.set(LogicalValues.createEmpty(context.cluster(), noFields));
  }

  /** Rows that are there already would be lost without a word. */
  boolean isFirst(Span span) {
    if (plan.hasRows()) {
      context.error(
          DiagnosticCode.ARGUMENT,
          span,
          "a command that reads a table must be the first: there are rows already");
    }
    return !plan.hasRows();
  }

  private Diagnostic bindHint(Diagnostic unknown, String name) {
    return unknown.hint("bind one: --table " + name + "=FILE");
  }

  /**
   * Scans the table of a dataset; an unknown dataset or a table that is not bound is reported, and
   * null returned.
   *
   * @param reference the dataset, or the model alone
   * @param fieldNames the qualified names of fields in the search
   */
  public @Nullable DatasetScope scanDataset(
      DataModelName reference, Collection<String> fieldNames) {
    return scanDataset(reference, fieldNames, false);
  }

  /**
   * Scans the table of a dataset, or only its summary, if there are summaries.
   *
   * @param summaryOnly whether a dataset without a summary has no rows
   */
  public @Nullable DatasetScope scanDataset(
      DataModelName reference, Collection<String> fieldNames, boolean summaryOnly) {
    Span span = reference.span();
    if (!isFirst(span)) {
      return null;
    }
    Resolution resolution = context.models().resolve(reference.qualified(), fieldNames);
    if (resolution instanceof Resolution.Missing missing) {
      context.diagnostics().add(missing.diagnostic(), span);
      return null;
    }
    Resolution.Found found = (Resolution.Found) resolution;
    DataModel model = found.model();
    Dataset dataset = found.dataset();
    Table table = table(dataset.tableName(), summaryOnly, span);
    if (table == null) {
      Diagnostic unbound =
          Diagnostic.error(
              DiagnosticCode.UNKNOWN_TABLE,
              "no table is bound to the dataset `" + dataset.tableName() + "`");
      context.diagnostics().add(bindHint(unbound, dataset.tableName()), span);
      return null;
    }
    plan.set(SplTableScan.create(context.cluster(), table));
    // The scope counts in the scan's columns; nothing is planned above the scan yet.
    PlanBuilder scan = new PlanBuilder(context);
    scan.set(plan.node());
    return new DatasetScope(context, scan, model, dataset);
  }

  private @Nullable Table table(String name, boolean summaryOnly, Span span) {
    Table table = summaryOnly ? context.tables().summary(name) : context.tables().find(name);
    if (table != null || !summaryOnly || context.tables().find(name) == null) {
      return table;
    }
    context
        .diagnostics()
        .add(
            Diagnostic.warning(
                    DiagnosticCode.UNKNOWN_TABLE,
                    "there is no summary of `" + name + "`, so there are no rows")
                .hint("make one: karst summarize " + name + " --into DIR"),
            span);
    return MemoryTable.builder(name).build();
  }
}
