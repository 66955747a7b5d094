package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.exec.hash.GroupTable;
import karst.plan.rel.SetOperation;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Compares two sets of rows by the numbers of their groups; both are held in memory. */
public final class SetOperator implements Operator {
  private final SetOperation operation;
  private final List<Operator> inputs;
  private final List<Schema> schemas;
  private final Schema schema;
  private final RunContext context;
  private final List<MemoryBudget.Account> memory = new ArrayList<>();
  private @Nullable Slices result;

  /** Opens the two inputs. */
  public SetOperator(
      SetOperation operation,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    this.operation = operation;
    this.inputs = inputs;
    this.schemas = schemas;
    this.schema = schema;
    this.context = context;
  }

  @Override
  public @Nullable Batch next() {
    if (result == null) {
      result = new Slices(compare(read(0), read(1)), context.batchSize());
    }
    return result.next();
  }

  private Batch read(int input) {
    MemoryBudget.Account account = context.memory().open("set");
    memory.add(account);
    return Materialized.read(inputs.get(input), schemas.get(input), context, account);
  }

  private Batch compare(Batch first, Batch second) {
    if (operation.keys().isEmpty()) {
      return Batch.of(schema, builders().stream().map(VectorBuilder::build).toList(), 0);
    }
    GroupTable groups = new GroupTable(operation.keys().size());
    int[] firstGroups = assign(groups, first);
    int[] secondGroups = assign(groups, second);
    boolean[] inFirst = new boolean[groups.size()];
    boolean[] inSecond = new boolean[groups.size()];
    for (int group : firstGroups) {
      inFirst[group] = true;
    }
    for (int group : secondGroups) {
      inSecond[group] = true;
    }
    List<VectorBuilder> builders = builders();
    boolean[] done = new boolean[groups.size()];
    int rows = 0;
    for (int input = 0; input < 2; input++) {
      Batch batch = input == 0 ? first : second;
      int[] of = input == 0 ? firstGroups : secondGroups;
      for (int row = 0; row < of.length; row++) {
        if (!done[of[row]] && isWanted(inFirst[of[row]], inSecond[of[row]])) {
          done[of[row]] = true;
          rows++;
          for (int i = 0; i < builders.size(); i++) {
            builders.get(i).append(batch.vector(i), row);
          }
        }
      }
    }
    return Batch.of(schema, builders.stream().map(VectorBuilder::build).toList(), rows);
  }

  private List<VectorBuilder> builders() {
    return schema.columns().stream().map(column -> new VectorBuilder(16)).toList();
  }

  private boolean isWanted(boolean first, boolean second) {
    return switch (operation.kind()) {
      case UNION -> true;
      case DIFF -> first != second;
      case INTERSECT -> first && second;
    };
  }

  private int[] assign(GroupTable groups, Batch batch) {
    List<Vector> keys = operation.keys().stream().map(batch::vector).toList();
    int[] found = new int[batch.rowCount()];
    groups.assign(keys, found.length, found);
    return found;
  }

  @Override
  public void close() {
    memory.forEach(MemoryBudget.Account::close);
    inputs.forEach(Operator::close);
  }
}
