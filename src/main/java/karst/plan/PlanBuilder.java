package karst.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.plan.rel.SplTableScan;
import karst.plan.rel.Transform;
import karst.plan.rel.Transformation;
import karst.vector.Schema;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The plan of the pipeline so far; converters add to it. It is the scope of expressions over its
 * own columns.
 */
public final class PlanBuilder implements FieldScope {
  private final PlanContext context;
  private final RelBuilder builder;
  private @Nullable RelNode node;
  private boolean open;
  private final Set<String> searchWords = new LinkedHashSet<>();

  /** Creates a builder without rows. */
  public PlanBuilder(PlanContext context) {
    this.context = context;
    this.builder = PlanCluster.builder(context.cluster());
  }

  /** Returns what planning goes by. */
  public PlanContext context() {
    return context;
  }

  /** Returns whether a command has made rows yet. */
  public boolean hasRows() {
    return node != null;
  }

  /** Returns the plan so far; a command that takes rows where none are made takes none. */
  public RelNode node() {
    if (node == null) {
      RelDataType rowType =
          TypeMapping.toRel(context.cluster().getTypeFactory(), Schema.ofStrings(List.of()));
      node = LogicalValues.createEmpty(context.cluster(), rowType);
    }
    return node;
  }

  /** Replaces the plan. */
  public void set(RelNode replacement) {
    node = replacement;
  }

  @Override
  public List<String> names() {
    return node().getRowType().getFieldNames();
  }

  @Override
  public @Nullable RexNode find(String name) {
    int index = names().indexOf(name);
    return index < 0 ? null : context.rex().makeInputRef(node(), index);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Returns the columns as a schema. */
  public Schema schema() {
    return TypeMapping.schemaOf(node().getRowType());
  }

  /** Applies a transformation that keeps the columns. */
  public void transform(Transformation transformation) {
    node = Transform.create(node(), transformation);
  }

  /** Applies a transformation to the rows so far. */
  public void transform(Transformation transformation, Schema columns) {
    RelDataType rowType = TypeMapping.toRel(context.cluster().getTypeFactory(), columns);
    node = Transform.create(context.cluster(), List.of(node()), transformation, rowType);
  }

  /** Runs the plan so far; returns null while the search is only prepared (see {@link Stages}). */
  public @Nullable StageRows run() {
    return context.stages().run(node());
  }

  /** Goes on from rows that are known. */
  public void resume(StageRows rows) {
    node = SplTableScan.create(context.cluster(), rows.asTable("rows"));
    open = false;
  }

  /**
   * Goes on while the search is only prepared: from no rows, with those columns that there will be
   * in any case, and perhaps others.
   */
  public void resumeUnknown(Schema columns) {
    RelDataType rowType = TypeMapping.toRel(context.cluster().getTypeFactory(), columns);
    node = LogicalValues.createEmpty(context.cluster(), rowType);
    open = true;
  }

  /** Says that there may be other columns once data are known. */
  public void markOpen() {
    open = true;
  }

  /** Remembers what rows were searched for. */
  public void searched(SearchTerm term) {
    SearchWords.collect(term, searchWords);
  }

  /** Returns the words that rows were searched for, in the order of the search. */
  public List<String> searchWords() {
    return List.copyOf(searchWords);
  }

  /** Returns the index of a column, or -1. */
  public int indexOf(String name) {
    return names().indexOf(name);
  }

  /** Returns a field that the query names: null, with a warning, when there is no such column. */
  public RexNode field(FieldName field) {
    RexNode found = find(field.name());
    if (found == null) {
      context.unknownField(field.name(), field.span(), this);
      return context.nothing();
    }
    return found;
  }

  /** Returns all columns. */
  public List<RexNode> columns() {
    List<RexNode> columns = new ArrayList<>();
    for (RelDataTypeField field : node().getRowType().getFieldList()) {
      columns.add(context.rex().makeInputRef(field.getType(), field.getIndex()));
    }
    return columns;
  }

  /** Keeps the rows for which a condition is true. */
  public void filter(RexNode condition) {
    if (condition.isAlwaysTrue()) {
      return;
    }
    if (node() instanceof Filter below) {
      // One filter of many conjuncts, not a tower: towers have blown planners up.
      List<RexNode> both = new ArrayList<>(RelOptUtil.conjunctions(below.getCondition()));
      both.addAll(RelOptUtil.conjunctions(condition));
      node = builder.push(below.getInput()).filter(context.and(both)).build();
    } else {
      node = builder.push(node()).filter(condition).build();
    }
  }

  /** Replaces the columns. */
  public void project(List<? extends RexNode> expressions, List<String> names) {
    node = builder.push(node()).project(expressions, names, true).build();
  }

  /** Keeps the first rows. */
  public void limit(long count) {
    limit(0, count);
  }

  /** Keeps some rows after passing over others. */
  public void limit(long start, long count) {
    RexNode offset = start == 0 ? null : bigint(start);
    // Not through the builder: it would merge the limit with a sort below and lose its orders.
    node = LogicalSort.create(node(), RelCollations.EMPTY, offset, bigint(count));
  }

  private RexNode bigint(long value) {
    return context.rex().makeBigintLiteral(BigDecimal.valueOf(value));
  }

  /** Sets a column: in its place when there is one of its name, else as the last. */
  public void assign(String name, RexNode value) {
    assign(Map.of(name, value));
  }

  /** Sets several columns at once, each computed from the columns as they are before. */
  public void assign(Map<String, RexNode> values) {
    List<RexNode> columns = columns();
    List<String> fields = new ArrayList<>(names());
    values.forEach(
        (name, value) -> {
          int index = fields.indexOf(name);
          if (index < 0) {
            columns.add(value);
            fields.add(name);
          } else {
            columns.set(index, value);
          }
        });
    project(columns, fields);
  }

  /** Returns the positions of the columns that a name or pattern of the query means. */
  public List<Integer> matching(FieldName field) {
    return FieldPattern.of(field.name()).matching(names());
  }
}
