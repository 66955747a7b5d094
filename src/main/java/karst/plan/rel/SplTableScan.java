package karst.plan.rel;

import java.util.List;
import java.util.stream.IntStream;
import karst.plan.RexPrinter;
import karst.plan.TypeMapping;
import karst.table.ColumnFacts;
import karst.table.Table;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptAbstractTable;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * A scan of a table that can read some columns only and drop rows while it reads.
 *
 * <p>The predicate counts in columns of the table, not of the scan: a column may be needed to
 * decide and then not be read any further.
 */
public final class SplTableScan extends TableScan {
  private final Table source;
  private final List<Integer> columns;
  private final @Nullable RexNode predicate;

  private SplTableScan(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelOptTable table,
      Table source,
      List<Integer> columns,
      @Nullable RexNode predicate) {
    super(cluster, traits, List.of(), table);
    this.source = source;
    this.columns = List.copyOf(columns);
    this.predicate = predicate;
  }

  /** Returns a scan of all columns and rows. */
  public static SplTableScan create(RelOptCluster cluster, Table table) {
    RelDataType rowType = TypeMapping.toRel(cluster.getTypeFactory(), table.schema());
    RelOptTable relTable = new RelOptAbstractTable(null, table.name(), rowType) {};
    List<Integer> all = IntStream.range(0, table.schema().size()).boxed().toList();
    RelTraitSet traits = cluster.traitSetOf(Convention.NONE);
    return new SplTableScan(cluster, traits, relTable, table, all, null);
  }

  /** Returns the table. */
  public Table source() {
    return source;
  }

  /** Returns the columns that are read, as indexes into the table's schema. */
  public List<Integer> columns() {
    return columns;
  }

  /** Returns what rows must satisfy, over the table's columns; null for all rows. */
  public @Nullable RexNode predicate() {
    return predicate;
  }

  /** Returns whether anything is known of the values of the table's columns. */
  public boolean knowsColumns() {
    return IntStream.range(0, source.schema().size())
        .anyMatch(column -> !source.facts(column).equals(ColumnFacts.NONE));
  }

  /** Returns whether every row of the table is known to have a value in a column. */
  public boolean isAlwaysPresent(int tableColumn) {
    return !source.facts(tableColumn).mayBeMissing();
  }

  /** Returns whether no row of the table has the empty text in a column. */
  public boolean isNeverEmpty(int tableColumn) {
    return !source.facts(tableColumn).mayBeEmpty();
  }

  /** Returns this scan with other columns. */
  public SplTableScan withColumns(List<Integer> tableColumns) {
    return new SplTableScan(getCluster(), traitSet, table, source, tableColumns, predicate);
  }

  /** Returns this scan with a predicate over the table's columns in place of the present one. */
  public SplTableScan withPredicate(RexNode condition) {
    return new SplTableScan(getCluster(), traitSet, table, source, columns, condition);
  }

  @Override
  public RelDataType deriveRowType() {
    RelDataTypeFactory.Builder builder = getCluster().getTypeFactory().builder();
    Schema schema = source.schema();
    for (int index : columns) {
      Column column = schema.column(index);
      builder.add(column.name(), TypeMapping.toRel(getCluster().getTypeFactory(), column.type()));
    }
    return builder.build();
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return this;
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    RelWriter terms = super.explainTerms(writer).item("columns", deriveRowType().getFieldNames());
    if (predicate == null) {
      return terms;
    }
    return terms.item("predicate", RexPrinter.print(predicate, source.schema().names()));
  }
}
