package karst.spark;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import karst.export.ExportRefusal;
import karst.export.ExportRequest;
import karst.export.SqlExporter;
import karst.export.SqlStatement;
import karst.plan.PlanRewrite;
import karst.plan.TypeMapping;
import karst.plan.rel.SplTableScan;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Puts statements of Spark in place of the parts of a plan that read its tables: the largest ones
 * that Spark can say. What stands above them runs here, on the rows that Spark gives.
 */
final class SparkRewrite implements PlanRewrite {
  private final SparkSession session;
  private final KernelFunctions functions;

  SparkRewrite(SparkSession session, KernelFunctions functions) {
    this.session = session;
    this.functions = functions;
  }

  @Override
  public RelNode rewrite(RelNode plan, double now, ZoneId zone) {
    ExportRequest request =
        new ExportRequest(
            new KernelDialect(functions, now, zone), now, zone, Optional.of(SourceView.ORDINAL));
    return new Cut(request).cut(plan, null);
  }

  /** The cutting of one plan. */
  private final class Cut {
    private final SqlExporter exporter;

    Cut(ExportRequest request) {
      this.exporter = new SqlExporter(request);
    }

    /**
     * Returns a plan without tables of Spark.
     *
     * @param above why the plan's rows are not all; null at the top
     */
    RelNode cut(RelNode node, @Nullable ExportRefusal above) {
      if (!readsSpark(node)) {
        return node;
      }
      SqlStatement statement;
      try {
        statement = exporter.export(node, SparkRewrite::view);
      } catch (ExportRefusal refused) {
        return node.getInputs().isEmpty() ? node : onInputs(node, refused);
      }
      if (above != null && !statement.ordered()) {
        throw withoutOrder(above);
      }
      return SplTableScan.create(
          node.getCluster(),
          new SparkTable(
              session, "spark", TypeMapping.schemaOf(node.getRowType()), statement.sql()));
    }

    private RelNode onInputs(RelNode node, ExportRefusal refused) {
      List<RelNode> inputs = node.getInputs().stream().map(input -> cut(input, refused)).toList();
      return onto(node, inputs);
    }
  }

  /** Returns a node with other inputs, whose columns may be null where they were not before. */
  private static RelNode onto(RelNode node, List<RelNode> inputs) {
    if (node instanceof Project project) {
      return LogicalProject.create(
          inputs.get(0),
          project.getHints(),
          references(inputs.get(0)).apply(project.getProjects()),
          project.getRowType().getFieldNames(),
          project.getVariablesSet());
    }
    if (node instanceof Filter filter) {
      RelNode input = inputs.get(0);
      return filter.copy(
          node.getTraitSet(), input, filter.getCondition().accept(references(input)));
    }
    return node.copy(node.getTraitSet(), inputs);
  }

  private static RexShuttle references(RelNode input) {
    return new RexShuttle() {
      @Override
      public RexNode visitInputRef(RexInputRef reference) {
        return RexInputRef.of(reference.getIndex(), input.getRowType());
      }
    };
  }

  private static boolean readsSpark(RelNode node) {
    return node instanceof SplTableScan scan
        ? scan.source() instanceof SparkTable
        : node.getInputs().stream().anyMatch(SparkRewrite::readsSpark);
  }

  private static Optional<List<String>> view(SplTableScan scan) {
    return scan.source() instanceof SparkTable table
        ? Optional.of(List.of(table.name()))
        : Optional.empty();
  }

  /** What runs here takes rows in SPL's order, which a table without one cannot give. */
  private static SplException withoutOrder(ExportRefusal above) {
    return Diagnostic.error(
            DiagnosticCode.NOT_EXPORTABLE,
            "a part of the search cannot run on spark, since "
                + above.reason()
                + "; and the rows that it would go on with here have no order there")
        .hint("name a column that tells the order of the rows: --ordinal COLUMN")
        .toException();
  }
}
