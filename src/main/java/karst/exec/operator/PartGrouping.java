package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import karst.exec.MemoryBudget;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Groups the rows of a part as they come, or keeps them when the first ones show that there are
 * very many groups: they are then grouped in partitions (see {@link PartitionedGrouping}).
 */
final class PartGrouping implements Parts.Reader {
  /** Batches that are looked at before it is decided. */
  private static final int SAMPLE = 8;

  /** There are many groups when there is one for so many rows. */
  private static final int ROWS_A_GROUP = 8;

  /** What part of the memory that a search may take kept rows may take. */
  private static final int SHARE = 4;

  private final AggregateNode node;
  private final RunContext context;
  private final MemoryBudget.Account memory;
  private final long most;
  private final Schema schema;
  private final List<Integer> kept;
  private @Nullable List<ColumnBuffer> buffers = new ArrayList<>();
  private @Nullable Grouping groups;
  private boolean many;
  private int rows;
  private long bytes;

  /**
   * Creates a grouping.
   *
   * @param parts how many others there are beside it, and itself
   */
  PartGrouping(AggregateNode node, int parts, RunContext context, MemoryBudget.Account memory) {
    this.node = node;
    this.context = context;
    this.memory = memory;
    schema = node.input().schema();
    most = context.limits().maxMemory() / SHARE / parts;
    TreeSet<Integer> columns = new TreeSet<>(node.keys());
    for (AggregateNode.Call call : node.calls()) {
      columns.add(call.argument());
      columns.add(call.time());
    }
    columns.remove(AggregateNode.NO_COLUMN);
    kept = List.copyOf(columns);
    if (PartitionedGrouping.suits(node)) {
      List<ColumnBuffer> empty = new ArrayList<>();
      kept.forEach(column -> empty.add(new ColumnBuffer()));
      buffers = empty;
    } else {
      buffers = null;
      groups = new Grouping(node);
    }
  }

  @Override
  public void read(Batch batch) {
    context.checkpoint();
    List<ColumnBuffer> keeping = buffers;
    if (keeping == null) {
      grouped().add(batch);
    } else {
      keep(batch, keeping);
    }
    long now = bytes();
    memory.add(now - bytes);
    bytes = now;
  }

  private void keep(Batch batch, List<ColumnBuffer> keeping) {
    boolean fits = true;
    for (int i = 0; i < keeping.size(); i++) {
      keeping.get(i).append(batch.packed(kept.get(i)));
      fits &= keeping.get(i).isCompact();
    }
    rows += batch.rowCount();
    if (!fits || bytes() > most) {
      grouped();
    } else if (!many && rows >= SAMPLE * context.batchSize()) {
      decide();
    }
  }

  private void decide() {
    Grouping sample = new Grouping(node);
    sample.add(keptRows());
    many = (long) sample.size() * ROWS_A_GROUP >= rows;
    if (!many) {
      groups = sample;
      buffers = null;
    }
  }

  /** Returns whether the rows are kept because there are many groups. */
  boolean isKept() {
    return buffers != null && many;
  }

  /** Returns whether the rows are not grouped yet. */
  boolean isOpen() {
    return buffers != null;
  }

  /** Returns the rows that are kept; columns that nobody needs are null. */
  Batch keptRows() {
    @Nullable Vector[] vectors = new Vector[schema.size()];
    List<ColumnBuffer> keeping = buffers == null ? List.of() : buffers;
    for (int i = 0; i < keeping.size(); i++) {
      vectors[kept.get(i)] = keeping.get(i).build();
    }
    List<Vector> columns = new ArrayList<>(vectors.length);
    for (Vector vector : vectors) {
      columns.add(vector == null ? new NullVector(rows) : vector);
    }
    return Batch.of(schema, columns, rows);
  }

  /** Returns the groups of the rows so far, which from now on are grouped as they come. */
  Grouping grouped() {
    Grouping known = groups;
    if (known == null) {
      known = new Grouping(node);
      if (rows > 0) {
        known.add(keptRows());
      }
      buffers = null;
      groups = known;
    }
    return known;
  }

  private long bytes() {
    List<ColumnBuffer> keeping = buffers;
    if (keeping != null) {
      return keeping.stream().mapToLong(ColumnBuffer::memory).sum();
    }
    return groups == null ? 0 : groups.bytes();
  }
}
