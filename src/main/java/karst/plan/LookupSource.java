package karst.plan;

import java.util.List;
import karst.command.TableName;
import karst.lookup.LookupDefinition;
import karst.plan.rel.SplTableScan;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.table.Table;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * A lookup that a search names.
 *
 * @param definition how its rows match
 * @param table its rows; null where the definition's file is missing
 * @param columns the names of its columns
 */
public record LookupSource(
    LookupDefinition definition, @Nullable Table table, List<String> columns) {
  public LookupSource {
    columns = List.copyOf(columns);
  }

  /**
   * Returns the lookup of a name, which may be that of a file or table; null, after an error, when
   * there is none. One whose file is missing has no rows, which is a warning.
   *
   * @param needed the columns that the search names
   */
  public static @Nullable LookupSource find(
      TableName reference, List<String> needed, PlanContext context) {
    String name = reference.name();
    LookupDefinition defined = context.tables().lookup(name);
    Table table = context.tables().find(name);
    if (table != null) {
      return new LookupSource(
          defined == null ? LookupDefinition.ofFile(name) : defined, table, table.schema().names());
    }
    if (isExternal(name, reference.span(), context)) {
      return null;
    }
    if (defined == null) {
      context
          .diagnostics()
          .add(
              Diagnostic.error(DiagnosticCode.UNKNOWN_TABLE, "there is no lookup `" + name + "`")
                  .suggest(name, context.tables().names())
                  .hint("bind one: --lookups DIR with its definition or " + name + ".csv"),
              reference.span());
      return null;
    }
    context
        .diagnostics()
        .add(
            Diagnostic.warning(
                DiagnosticCode.UNKNOWN_TABLE,
                "the lookup `"
                    + name
                    + "` has no file `"
                    + defined.file()
                    + "`, so nothing matches"),
            reference.span());
    return new LookupSource(defined, null, needed);
  }

  /** Returns whether a program finds the rows of a lookup, with an error: they have no list. */
  static boolean isExternal(String name, Span span, PlanContext context) {
    boolean external = context.tables().external(name) != null;
    if (external) {
      context.error(
          DiagnosticCode.UNSUPPORTED,
          span,
          "the rows of the lookup `"
              + name
              + "` cannot be listed: only the command `lookup` can use it");
    }
    return external;
  }

  /** Returns a plan of some columns of the rows. */
  public RelNode rows(List<String> names, PlanContext context) {
    PlanBuilder plan = new PlanBuilder(context);
    if (table == null) {
      List<Column> texts = names.stream().map(name -> new Column(name, SplType.STRING)).toList();
      return LogicalValues.createEmpty(
          context.cluster(),
          TypeMapping.toRel(context.cluster().getTypeFactory(), new Schema(texts)));
    }
    plan.set(SplTableScan.create(context.cluster(), table));
    List<RexNode> columns = plan.columns();
    plan.project(names.stream().map(name -> columns.get(plan.indexOf(name))).toList(), names);
    return plan.node();
  }
}
