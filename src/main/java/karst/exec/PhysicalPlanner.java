package karst.exec;

import java.util.ArrayList;
import java.util.List;
import karst.exec.operator.AggregateNode;
import karst.exec.operator.DedupNode;
import karst.exec.operator.ExpandNode;
import karst.exec.operator.FillNullNode;
import karst.exec.operator.FilterNode;
import karst.exec.operator.HeadWhileNode;
import karst.exec.operator.JoinNode;
import karst.exec.operator.LimitNode;
import karst.exec.operator.ProjectNode;
import karst.exec.operator.ScanNode;
import karst.exec.operator.SortNode;
import karst.exec.operator.UnionNode;
import karst.exec.operator.ValuesNode;
import karst.function.AggregateContext;
import karst.plan.AggregateOperator;
import karst.plan.RexPrinter;
import karst.plan.TypeMapping;
import karst.plan.rel.Dedup;
import karst.plan.rel.Expand;
import karst.plan.rel.FillNull;
import karst.plan.rel.HeadWhile;
import karst.plan.rel.SplJoin;
import karst.plan.rel.SplSort;
import karst.plan.rel.SplTableScan;
import karst.plan.rel.SplUnion;
import karst.plan.rel.Transform;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.util.ImmutableBitSet;

/** Turns relational nodes into physical ones, node by node. */
public final class PhysicalPlanner {
  private PhysicalPlanner() {}

  /**
   * Returns the physical plan of a search, its columns named as they are before optimisation: rules
   * go by positions and are free with names.
   *
   * @param names the names of the result's columns
   */
  public static PhysicalNode plan(RelNode root, List<String> names) {
    PhysicalNode physical = plan(root);
    if (physical.schema().names().equals(names)) {
      return physical;
    }
    List<Column> columns = new ArrayList<>();
    List<RexNode> expressions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Column(names.get(i), physical.schema().column(i).type()));
      expressions.add(RexInputRef.of(i, root.getRowType()));
    }
    return new ProjectNode(physical, expressions, physical.schema().names(), new Schema(columns));
  }

  /**
   * Returns the physical plan of a relational one.
   *
   * @throws IllegalArgumentException for a node that the executor does not know
   */
  public static PhysicalNode plan(RelNode rel) {
    if (rel instanceof SplTableScan scan) {
      return scan(scan);
    }
    if (rel instanceof Values values) {
      return new ValuesNode(schema(rel), values.getTuples().size());
    }
    if (rel instanceof Transform transform) {
      List<PhysicalNode> inputs = new ArrayList<>();
      for (int i = 0; i < transform.getInputs().size(); i++) {
        inputs.add(plan(transform.getInputs().get(i), transform.inputNames().get(i)));
      }
      return new TransformNode(inputs, transform.transformation(), schema(rel));
    }
    if (rel instanceof SplUnion union) {
      List<PhysicalNode> inputs = union.getInputs().stream().map(PhysicalPlanner::plan).toList();
      return new UnionNode(inputs, schema(rel));
    }
    if (rel instanceof SplJoin join) {
      return new JoinNode(
          plan(join.getLeft()),
          plan(join.getRight()),
          join.options(),
          join.getJoinType() == JoinRelType.LEFT,
          schema(rel));
    }
    PhysicalNode input = plan(rel.getInput(0));
    List<String> names = input.schema().names();
    if (rel instanceof Filter filter) {
      String text = RexPrinter.print(filter.getCondition(), names);
      return new FilterNode(input, filter.getCondition(), text);
    }
    if (rel instanceof Project project) {
      return project(project, input, names);
    }
    if (rel instanceof Aggregate aggregate) {
      return aggregate(aggregate, input);
    }
    if (rel instanceof SplSort sort) {
      return new SortNode(input, sort.keys(), sort.limit());
    }
    if (rel instanceof Sort sort && sort.getCollation().getFieldCollations().isEmpty()) {
      return limit(sort, input);
    }
    if (rel instanceof Dedup dedup) {
      Dedup.Options options = dedup.options();
      return new DedupNode(
          input,
          dedup.keys(),
          options.count(),
          options.keepEvents(),
          options.keepEmpty(),
          options.consecutive());
    }
    if (rel instanceof HeadWhile head) {
      HeadWhile.Options options = head.options();
      return new HeadWhileNode(
          input,
          head.condition(),
          RexPrinter.print(head.condition(), names),
          options.limit(),
          options.nullContinues(),
          options.keepLast());
    }
    if (rel instanceof FillNull fill) {
      return new FillNullNode(input, fill.columns(), fill.value());
    }
    if (rel instanceof Expand expand) {
      return new ExpandNode(input, expand.column(), expand.distinct());
    }
    throw new IllegalArgumentException("no operator for " + rel.getRelTypeName());
  }

  private static Schema schema(RelNode rel) {
    return TypeMapping.schemaOf(rel.getRowType());
  }

  private static PhysicalNode scan(SplTableScan scan) {
    RexNode predicate = scan.predicate();
    if (predicate == null) {
      return new ScanNode(scan.source(), scan.columns(), null, List.of(), "", schema(scan));
    }
    // The predicate counts in columns of the table; the scan hands it only those that it reads.
    ImmutableBitSet read = RelOptUtil.InputFinder.bits(predicate);
    List<Integer> readColumns = read.asList();
    int[] positions = new int[scan.source().schema().size()];
    for (int i = 0; i < readColumns.size(); i++) {
      positions[readColumns.get(i)] = i;
    }
    RexNode local =
        predicate.accept(
            new RexShuttle() {
              @Override
              public RexNode visitInputRef(RexInputRef input) {
                return new RexInputRef(positions[input.getIndex()], input.getType());
              }
            });
    String text = RexPrinter.print(predicate, scan.source().schema().names());
    return new ScanNode(scan.source(), scan.columns(), local, readColumns, text, schema(scan));
  }

  private static PhysicalNode project(Project project, PhysicalNode input, List<String> names) {
    List<String> texts = new ArrayList<>();
    for (RexNode expression : project.getProjects()) {
      texts.add(RexPrinter.print(expression, names));
    }
    return new ProjectNode(input, project.getProjects(), texts, schema(project));
  }

  private static PhysicalNode aggregate(Aggregate aggregate, PhysicalNode input) {
    List<AggregateNode.Call> calls = new ArrayList<>();
    for (AggregateCall call : aggregate.getAggCallList()) {
      calls.add(call(call, input.schema()));
    }
    return new AggregateNode(input, aggregate.getGroupSet().asList(), calls, schema(aggregate));
  }

  private static AggregateNode.Call call(AggregateCall call, Schema input) {
    if (!(call.getAggregation() instanceof AggregateOperator operator)) {
      throw new IllegalArgumentException("no accumulator for " + call.getAggregation());
    }
    List<Integer> arguments = call.getArgList();
    int argument = arguments.isEmpty() ? AggregateNode.NO_COLUMN : arguments.get(0);
    int time = arguments.size() < 2 ? AggregateNode.NO_COLUMN : arguments.get(1);
    SplType type =
        argument == AggregateNode.NO_COLUMN ? SplType.DYNAMIC : input.column(argument).type();
    AggregateContext context =
        new AggregateContext(type, operator.parameter(), operator.allNumbers());
    return new AggregateNode.Call(operator.function(), context, argument, time);
  }

  private static PhysicalNode limit(Sort sort, PhysicalNode input) {
    if (sort.fetch == null) {
      return input;
    }
    long start = sort.offset == null ? 0 : RexLiteral.bigDecimalValue(sort.offset).longValueExact();
    return new LimitNode(input, start, RexLiteral.bigDecimalValue(sort.fetch).longValueExact());
  }
}
