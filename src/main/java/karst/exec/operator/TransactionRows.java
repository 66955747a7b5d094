package karst.exec.operator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import karst.plan.rel.Transaction;
import karst.plan.rel.WindowAggregate;
import karst.type.ValueOrder;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * Writes transactions as rows: the input's columns, then duration, count, whether closed, orphan.
 */
final class TransactionRows {
  private final Transaction transaction;
  private final Schema schema;
  private final List<VectorBuilder> columns;

  TransactionRows(Transaction transaction, Schema schema) {
    this.transaction = transaction;
    this.schema = schema;
    this.columns = schema.columns().stream().map(column -> new VectorBuilder(16)).toList();
  }

  /** Returns the texts of a value: none for null, several for a list. */
  static List<String> texts(Vector vector, int row) {
    List<String> texts = new ArrayList<>();
    if (vector.kindAt(row) == Kind.LIST) {
      Vector list = vector.listAt(row);
      for (int i = 0; i < list.size(); i++) {
        texts.add(String.valueOf(TextOf.row(list, i)));
      }
    } else if (!vector.isNull(row)) {
      texts.add(String.valueOf(TextOf.row(vector, row)));
    }
    return texts;
  }

  /** Appends a transaction if it is one of those that are kept. */
  void append(OpenTransaction found, Batch all) {
    int inputs = transaction.values().size();
    if (found.isOrphan()) {
      if (transaction.keep().orphans()) {
        for (int i = 0; i < inputs; i++) {
          columns.get(i).append(all.vector(i), found.rows().get(0));
        }
        for (int i = 0; i < 3; i++) {
          columns.get(inputs + i).appendNull();
        }
        columns.get(inputs + 3).append(1);
      }
      return;
    }
    boolean bounded =
        transaction.start() != WindowAggregate.NO_COLUMN
            || transaction.end() != WindowAggregate.NO_COLUMN;
    boolean complete = transaction.start() == WindowAggregate.NO_COLUMN || found.isStarted();
    if (!complete && !transaction.keep().evicted()) {
      return;
    }
    List<Integer> rows = new ArrayList<>(found.rows());
    Collections.reverse(rows);
    for (int i = 0; i < inputs; i++) {
      append(transaction.values().get(i), all.vector(i), rows, columns.get(i));
    }
    if (Double.isNaN(found.duration())) {
      columns.get(inputs).appendNull();
    } else {
      columns.get(inputs).append(found.duration());
    }
    columns.get(inputs + 1).append(rows.size());
    columns.get(inputs + 2).append((bounded ? complete : found.isLimited()) ? 1 : 0);
    columns.get(inputs + 3).appendNull();
  }

  private void append(
      Transaction.Joined joined, Vector vector, List<Integer> rows, VectorBuilder out) {
    List<String> texts = new ArrayList<>();
    for (int row : rows) {
      List<String> own = texts(vector, row);
      boolean marked = joined == Transaction.Joined.LIST && own.isEmpty();
      texts.addAll(marked ? List.of(transaction.nullText()) : own);
    }
    switch (joined) {
      case DISTINCT -> appendAll(texts.stream().distinct().sorted(ValueOrder.TEXT).toList(), out);
      case LIST -> appendAll(texts, out);
      case LINES -> appendAll(texts.isEmpty() ? texts : List.of(String.join("\n", texts)), out);
      case NOT -> out.append(vector, earliest(vector, rows));
    }
  }

  /** The first of the rows that has a value, since one without a time comes before all others. */
  private static int earliest(Vector vector, List<Integer> rows) {
    for (int row : rows) {
      if (!vector.isNull(row)) {
        return row;
      }
    }
    return rows.get(0);
  }

  private static void appendAll(List<String> texts, VectorBuilder out) {
    StringVector.Builder values = new StringVector.Builder(texts.size());
    texts.forEach(values::append);
    out.appendList(values.build(), 0, texts.size());
  }

  Batch build() {
    List<Vector> vectors = columns.stream().map(VectorBuilder::build).toList();
    return Batch.of(schema, vectors, vectors.get(0).size());
  }
}
