package karst.exec.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.function.Row;
import karst.plan.OrderKey;
import karst.plan.SortOrder;
import karst.plan.rel.Transaction;
import karst.plan.rel.WindowAggregate;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Joins rows that belong together, going back in time (spl-semantics §6.1 transaction). */
public final class TransactionOperator extends BlockingOperator {
  private final Transaction transaction;
  private final Schema schema;
  private final RunContext context;

  /** Creates an operator. */
  public TransactionOperator(
      Transaction transaction,
      Operator input,
      Schema inputSchema,
      Schema schema,
      RunContext context) {
    super("transaction", input, inputSchema, context);
    this.transaction = transaction;
    this.schema = schema;
    this.context = context;
  }

  @Override
  Batch transform(Batch all) {
    int[] order =
        RowSorter.sort(all, List.of(new OrderKey(transaction.time(), true, SortOrder.NUMERIC)));
    TransactionRows rows = new TransactionRows(transaction, schema);
    List<OpenTransaction> found = new ArrayList<>();
    List<OpenTransaction> open = new ArrayList<>();
    int steps = 0;
    for (int row : order) {
      if (++steps % 1024 == 0) {
        context.checkpoint();
      }
      OpenTransaction opened = step(all, row, open);
      if (opened != null) {
        found.add(opened);
      }
      open.removeIf(each -> !each.isOpen());
    }
    // The newest first; those without a time last.
    Comparator<OpenTransaction> newest =
        Comparator.comparing(
            each -> Double.isNaN(each.earliest()) ? Double.POSITIVE_INFINITY : -each.earliest());
    found.sort(newest);
    found.forEach(each -> rows.append(each, all));
    return rows.build();
  }

  /** Takes a row; returns the transaction that it opens, one of its own for an orphan. */
  private @Nullable OpenTransaction step(Batch all, int row, List<OpenTransaction> open) {
    boolean first = isMarked(all, transaction.start(), row);
    boolean last = isMarked(all, transaction.end(), row);
    List<List<String>> texts = texts(all, row);
    boolean keyed = transaction.fields().isEmpty() || texts.stream().anyMatch(t -> !t.isEmpty());
    double time = time(all, row);
    if (!keyed && (transaction.rules().unifyEnds() || !(first || last))) {
      return OpenTransaction.orphan(row, time);
    }
    OpenTransaction found = find(open, texts, keyed);
    Transaction.Limits limits = transaction.limits();
    if (found != null && found.isBeyond(time, limits.span(), limits.pause())) {
      found.closeByLimit();
      found = null;
    }
    OpenTransaction opened = null;
    boolean bounded = transaction.end() != WindowAggregate.NO_COLUMN;
    if (bounded && !last && found == null) {
      return OpenTransaction.orphan(row, time);
    }
    if (found == null || last) {
      if (found != null) {
        found.close();
      }
      opened = new OpenTransaction(transaction.fields().size());
      open.add(opened);
      found = opened;
    }
    found.add(row, time, texts);
    if (first) {
      found.start();
    } else if (found.rows().size() >= limits.events()) {
      found.closeByLimit();
    }
    return opened;
  }

  /** Returns the transaction opened last that a row belongs to. */
  private @Nullable OpenTransaction find(
      List<OpenTransaction> open, List<List<String>> texts, boolean keyed) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (transaction.fields().isEmpty() || !keyed || open.get(i).agrees(texts)) {
        return open.get(i);
      }
    }
    for (int i = open.size() - 1; i >= 0 && !transaction.rules().connected(); i--) {
      if (open.get(i).lacks(texts)) {
        return open.get(i);
      }
    }
    return null;
  }

  private List<List<String>> texts(Batch all, int row) {
    List<List<String>> texts = new ArrayList<>();
    for (int field : transaction.fields()) {
      texts.add(TransactionRows.texts(all.vector(field), row));
    }
    return texts;
  }

  private static boolean isMarked(Batch all, int column, int row) {
    return column != WindowAggregate.NO_COLUMN && !all.vector(column).isNull(row);
  }

  private double time(Batch all, int row) {
    Vector times = all.vector(transaction.time());
    Kind kind = times.kindAt(row);
    return kind == Kind.NULL || kind == Kind.LIST ? Double.NaN : Row.numberOf(times, row);
  }
}
