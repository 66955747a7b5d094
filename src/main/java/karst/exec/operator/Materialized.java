package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.VectorBuilder;

/** All rows of an operator in memory, for operators that need them at once. */
final class Materialized {
  private Materialized() {}

  /** Reads an operator to its end and closes it. */
  static Batch read(
      Operator input, Schema schema, RunContext context, MemoryBudget.Account memory) {
    Batch first = input.next();
    if (first == null) {
      input.close();
      return Batch.of(schema, builders(schema, 0).stream().map(VectorBuilder::build).toList(), 0);
    }
    int[] rows = first.selection().toArray();
    int size = rows.length;
    Batch batch = input.next();
    while (batch != null && isSameWhole(first, batch)) {
      context.checkpoint();
      int more = batch.rowCount();
      rows = size + more > rows.length ? Arrays.copyOf(rows, 2 * (size + more)) : rows;
      for (int i = 0; i < more; i++) {
        rows[size++] = batch.selection().row(i);
      }
      batch = input.next();
    }
    Batch pieces = first.select(selection(rows, size)).packed();
    memory.set(pieces.bytes());
    if (batch == null) {
      input.close();
      return Batch.of(schema, pieces.vectors(), size);
    }
    return append(pieces, batch, input, schema, context, memory);
  }

  /** Returns some rows, as a range if they follow each other: a whole batch is not copied then. */
  private static Selection selection(int[] rows, int size) {
    for (int i = 1; i < size; i++) {
      if (rows[i] != rows[0] + i) {
        return Selection.of(rows, size);
      }
    }
    return Selection.range(rows[0], size);
  }

  /** Whether two batches are pieces of one large batch, as sorts and aggregations hand it out. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSameWhole(Batch one, Batch other) {
    for (int i = 0; i < one.vectors().size(); i++) {
      if (one.vector(i) != other.vector(i)) {
        return false;
      }
    }
    return !one.vectors().isEmpty();
  }

  private static Batch append(
      Batch start,
      Batch next,
      Operator input,
      Schema schema,
      RunContext context,
      MemoryBudget.Account memory) {
    List<VectorBuilder> builders = builders(schema, context.batchSize());
    for (int i = 0; i < builders.size(); i++) {
      builders.get(i).appendAll(start.vector(i));
    }
    int rows = start.rowCount();
    for (Batch batch = next; batch != null; batch = input.next()) {
      context.checkpoint();
      for (int i = 0; i < builders.size(); i++) {
        builders.get(i).appendAll(batch.packed(i));
      }
      rows += batch.rowCount();
      memory.set(builders.stream().mapToLong(VectorBuilder::memory).sum());
    }
    input.close();
    return Batch.of(schema, builders.stream().map(VectorBuilder::build).toList(), rows);
  }

  private static List<VectorBuilder> builders(Schema schema, int rows) {
    List<VectorBuilder> builders = new ArrayList<>(schema.size());
    for (int i = 0; i < schema.size(); i++) {
      builders.add(new VectorBuilder(rows));
    }
    return builders;
  }
}
