package karst.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import karst.plan.rel.Dedup;
import karst.plan.rel.Eventstats;
import karst.plan.rel.Expand;
import karst.plan.rel.FillNull;
import karst.plan.rel.Lookup;
import karst.plan.rel.RowLimit;
import karst.plan.rel.SplJoin;
import karst.plan.rel.SplSort;
import karst.plan.rel.SplTableScan;
import karst.plan.rel.SplUnion;
import karst.plan.rel.Transform;
import karst.plan.rel.Transformation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Turns a plan's nodes into nodes that SQL has.
 *
 * <p>Each method is told whether the order of its rows counts for what follows; where it does not,
 * nothing is carried along to sort by.
 */
final class PlanTranslator {
  private final Sql sql;
  private final Function<SplTableScan, Optional<List<String>>> tables;
  private final Optional<String> ordinal;

  /**
   * Creates a translator.
   *
   * @param tables the name in SQL of the table that a scan reads; empty if it is none of a database
   * @param ordinal a column of every table that tells the order of its rows
   */
  PlanTranslator(
      Sql sql, Function<SplTableScan, Optional<List<String>>> tables, Optional<String> ordinal) {
    this.sql = sql;
    this.tables = tables;
    this.ordinal = ordinal;
  }

  Sql sql() {
    return sql;
  }

  /** Returns the rows of a node. */
  Rows translate(RelNode node, boolean ordered) {
    requireDistinct(node.getRowType().getFieldNames());
    if (node instanceof SplTableScan scan) {
      return scan(scan, ordered);
    }
    if (node instanceof Project project) {
      return project(project, ordered);
    }
    if (node instanceof Filter filter) {
      return filter(filter, ordered);
    }
    if (node instanceof Aggregate aggregate) {
      return new AggregateTranslator(this).translate(aggregate);
    }
    if (node instanceof SplSort sort) {
      return new SortTranslator(this).translate(sort, ordered);
    }
    if (node instanceof Sort limit) {
      return limit(limit);
    }
    if (node instanceof Expand expand) {
      return new ExpandTranslator(this).translate(expand, ordered);
    }
    if (node instanceof FillNull fill) {
      return WindowTranslator.fillNull(this, fill, ordered);
    }
    if (node instanceof Dedup dedup) {
      return WindowTranslator.dedup(this, dedup);
    }
    if (node instanceof SplUnion union) {
      return new UnionTranslator(this).translate(union, ordered);
    }
    if (node instanceof SplJoin join) {
      return new JoinTranslator(this).translate(join, ordered);
    }
    if (node instanceof Values values) {
      throw new ExportRefusal(
          values.tuples.isEmpty() ? "there are no rows to read" : "its rows come from no table");
    }
    if (node instanceof Transform transform) {
      return transform(transform, ordered);
    }
    throw new ExportRefusal("SQL has no equal of " + node.getRelTypeName());
  }

  private void requireDistinct(List<String> names) {
    if (!sql.dialect().foldsNames()) {
      return;
    }
    Set<String> folded = new HashSet<>();
    for (String name : names) {
      if (!folded.add(name.toLowerCase(Locale.ROOT))) {
        throw new ExportRefusal("there are columns whose names differ only in case: " + name);
      }
    }
  }

  /** Returns the rows of a node, with the columns of the plan as the first ones of theirs. */
  Rows settled(RelNode node, boolean ordered) {
    return limited(node, ordered).settled(node.getRowType().getFieldNames());
  }

  /** Returns the name in SQL of the table that a scan reads. */
  List<String> table(SplTableScan scan) {
    return tables
        .apply(scan)
        .orElseThrow(() -> new ExportRefusal("its rows come from no table of a database"));
  }

  /** Returns the column of every table that tells the order of its rows. */
  Optional<String> ordinal() {
    return ordinal;
  }

  private Rows scan(SplTableScan scan, boolean ordered) {
    List<String> table = table(scan);
    return ScanTranslator.translate(sql, scan, table, ordered ? ordinal : Optional.empty());
  }

  private Rows project(Project project, boolean ordered) {
    Rows input = translate(project.getInput(), ordered);
    Expressions expressions = new Expressions(sql, input.columns());
    List<RexNode> values = project.getProjects().stream().map(expressions::exact).toList();
    return input.project(values, project.getRowType().getFieldNames());
  }

  private Rows filter(Filter filter, boolean ordered) {
    Rows input = limited(filter.getInput(), ordered);
    RexNode condition = new Expressions(sql, input.columns()).condition(filter.getCondition());
    return condition.isAlwaysTrue()
        ? input
        : input.withNode(
            LogicalFilter.create(Projections.withoutWindows(input.node()), where(condition)));
  }

  /** A conjunction as Calcite knows it, whose terms it writes on lines of their own. */
  private RexNode where(RexNode condition) {
    return condition instanceof RexCall call && call.getOperator() == Junction.AND
        ? sql.rex().makeCall(SqlStdOperatorTable.AND, call.getOperands())
        : condition;
  }

  private Rows limit(Sort limit) {
    Rows input = translate(limit.getInput(), true);
    long offset =
        limit.offset == null ? 0 : RexLiteral.bigDecimalValue(limit.offset).longValueExact();
    long count =
        limit.fetch == null
            ? Long.MAX_VALUE
            : RexLiteral.bigDecimalValue(limit.fetch).longValueExact();
    return firstRows(input, offset, count);
  }

  /** Returns some of the rows, which must have an order that decides which. */
  Rows firstRows(Rows rows, long offset, long count) {
    requireOrder(rows, "it keeps the first rows");
    return rows.range(offset, count);
  }

  /**
   * Checks that rows have an order that decides between any two.
   *
   * @throws ExportRefusal if they have none
   */
  static void requireOrder(Rows rows, String why) {
    if (!rows.total()) {
      throw new ExportRefusal(
          why
              + (rows.order().isEmpty()
                  ? ", and these rows have no order in a database"
                  : ", and rows that are equal in what they are sorted by have no order in a"
                      + " database"));
    }
  }

  /** Returns rows that others can be made of: cut off at their limit, their keys computed. */
  Rows limited(RelNode node, boolean ordered) {
    Rows rows = translate(node, ordered).frozen();
    return rows.limit() == null
        ? rows
        : SortTranslator.limited(rows.settled(node.getRowType().getFieldNames()));
  }

  private Rows transform(Transform transform, boolean ordered) {
    Transformation transformation = transform.transformation();
    if (transformation instanceof RowLimit limit) {
      Rows input = translate(transform.getInputs().get(0), true);
      return firstRows(input, 0, limit.rows());
    }
    if (transformation instanceof Eventstats eventstats) {
      return WindowTranslator.eventstats(this, transform, eventstats, ordered);
    }
    if (transformation instanceof Lookup lookup) {
      return new LookupTranslator(this, lookup).translate(transform, ordered);
    }
    throw new ExportRefusal("SQL has no equal of " + transformation.name());
  }

  /** Returns the names of a plan's columns with others behind them. */
  static List<String> names(RelNode node, List<String> more) {
    List<String> names = new ArrayList<>(node.getRowType().getFieldNames());
    names.addAll(more);
    return Projections.distinct(names);
  }
}
