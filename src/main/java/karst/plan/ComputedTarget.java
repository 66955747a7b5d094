package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.Expression;
import karst.function.library.EvalOperators;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.apache.calcite.rex.RexNode;

/**
 * Sets a field whose name is made of other fields' values, such as {@code eval count_{user}=n}
 * (spl-semantics §3.5): data decide which columns there are, so the rows so far are run first.
 */
public final class ComputedTarget {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

  /** More fields than this are a mistake rather than a table. */
  private static final int MAX_FIELDS = 10_000;

  // Names that no query can write.
  private static final String NAME = "$target";
  private static final String VALUE = "$value";

  private final PlanBuilder plan;

  /** Creates the assignment over a plan. */
  public ComputedTarget(PlanBuilder plan) {
    this.plan = plan;
  }

  /** Returns whether a target's name comes from other fields. */
  public static boolean isComputed(String target) {
    return PLACE.matcher(target).find();
  }

  /** Sets the field; a row in which a part of the name is null stays as it is. */
  public void assign(Expression.Field target, RexNode value) {
    Schema before = TypeMapping.schemaOf(plan.node().getRowType());
    RexNode name = name(target);
    plan.assign(VALUE, value);
    plan.assign(NAME, name);
    StageRows rows = plan.run();
    if (rows == null) {
      plan.resumeUnknown(before);
    } else {
      plan.resume(assigned(rows, before, target));
    }
  }

  private RexNode name(Expression.Field target) {
    PlanContext context = plan.context();
    List<RexNode> parts = new ArrayList<>();
    Matcher place = PLACE.matcher(target.name());
    int end = 0;
    while (place.find()) {
      parts.add(context.text(target.name().substring(end, place.start())));
      RexNode field = plan.find(place.group(1));
      if (field == null) {
        context.unknownField(place.group(1), target.span(), plan);
      }
      parts.add(field == null ? context.nothing() : field);
      end = place.end();
    }
    parts.add(context.text(target.name().substring(end)));
    RexNode name = parts.get(0);
    for (RexNode part : parts.subList(1, parts.size())) {
      name = context.rex().makeCall(ScalarOperator.of(EvalOperators.CONCAT), name, part);
    }
    return name;
  }

  private StageRows assigned(StageRows rows, Schema before, Expression.Field target) {
    List<Column> columns = new ArrayList<>(before.columns());
    Map<String, Integer> positions = new LinkedHashMap<>();
    before.names().forEach(name -> positions.put(name, positions.size()));
    for (Batch batch : rows.batches()) {
      Vector names = batch.vector(rows.schema().indexOf(NAME));
      for (int row = 0; row < batch.rowCount(); row++) {
        String name = TextOf.row(names, row);
        if (name != null && !name.isEmpty()) {
          Column column = new Column(name, SplType.DYNAMIC);
          Integer known = positions.putIfAbsent(name, columns.size());
          if (known == null) {
            columns.add(column);
          } else {
            columns.set(known, column);
          }
        }
      }
      checkCount(columns.size() - before.size(), target);
    }
    Schema schema = new Schema(columns);
    return new StageRows(
        schema,
        rows.batches().stream().map(b -> assigned(b, schema, before.size(), positions)).toList());
  }

  private static Batch assigned(
      Batch batch, Schema schema, int known, Map<String, Integer> positions) {
    int rows = batch.rowCount();
    Vector names = batch.vector(batch.schema().indexOf(NAME));
    Vector values = batch.vector(batch.schema().indexOf(VALUE));
    int[] targets = new int[rows];
    boolean[] touched = new boolean[schema.size()];
    for (int row = 0; row < rows; row++) {
      String name = TextOf.row(names, row);
      targets[row] = name == null ? -1 : positions.getOrDefault(name, -1);
      if (targets[row] >= 0) {
        touched[targets[row]] = true;
      }
    }
    List<Vector> vectors = new ArrayList<>();
    for (int column = 0; column < schema.size(); column++) {
      Vector old = column < known ? batch.vector(column) : new NullVector(rows);
      vectors.add(touched[column] ? replaced(old, values, targets, column) : old);
    }
    return Batch.of(schema, vectors, rows);
  }

  private static Vector replaced(Vector old, Vector values, int[] targets, int column) {
    VectorBuilder builder = new VectorBuilder(targets.length);
    for (int row = 0; row < targets.length; row++) {
      builder.append(targets[row] == column ? values : old, row);
    }
    return builder.build();
  }

  private void checkCount(int count, Expression.Field target) {
    if (count > MAX_FIELDS) {
      throw Diagnostic.error(
              DiagnosticCode.MEMORY_LIMIT,
              "`" + target.name() + "` names more than " + MAX_FIELDS + " fields")
          .at(plan.context().diagnostics().map(), target.span())
          .toException();
    }
  }
}
