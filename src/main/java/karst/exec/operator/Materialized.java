package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** All rows of an operator in memory, for operators that need them at once. */
final class Materialized {
  private Materialized() {}

  /** Reads an operator to its end and closes it. */
  static Batch read(
      Operator input, Schema schema, RunContext context, MemoryBudget.Account memory) {
    List<VectorBuilder> builders = new ArrayList<>(schema.size());
    for (int i = 0; i < schema.size(); i++) {
      builders.add(new VectorBuilder(context.batchSize()));
    }
    int rows = 0;
    for (Batch batch = input.next(); batch != null; batch = input.next()) {
      context.checkpoint();
      for (int i = 0; i < builders.size(); i++) {
        builders.get(i).appendAll(batch.packed(i));
      }
      rows += batch.rowCount();
      memory.set(builders.stream().mapToLong(VectorBuilder::memory).sum());
    }
    input.close();
    List<Vector> vectors = builders.stream().map(VectorBuilder::build).toList();
    return Batch.of(schema, vectors, rows);
  }
}
