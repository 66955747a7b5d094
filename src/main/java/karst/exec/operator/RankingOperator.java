package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.exec.hash.GroupTable;
import karst.plan.OrderKey;
import karst.plan.SortOrder;
import karst.plan.rel.Ranking;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Ranks counted combinations within groups. */
public final class RankingOperator extends BlockingOperator {
  private final Ranking ranking;
  private final Schema schema;

  /** Creates an operator. */
  public RankingOperator(
      Ranking ranking, Operator input, Schema inputSchema, Schema schema, RunContext context) {
    super("the ranking", input, inputSchema, context);
    this.ranking = ranking;
    this.schema = schema;
  }

  /** Of equal counts, top has the last text first and rare the first one. */
  private List<OrderKey> order() {
    List<OrderKey> order = new ArrayList<>();
    int count = ranking.keys() + ranking.values();
    order.add(new OrderKey(count, ranking.mostFirst(), SortOrder.NUMERIC));
    for (int i = ranking.keys(); i < count; i++) {
      order.add(new OrderKey(i, ranking.mostFirst(), SortOrder.TEXT));
    }
    return order;
  }

  @Override
  Batch transform(Batch all) {
    int rows = all.rowCount();
    int[] groups = new int[rows];
    int groupCount = 1;
    if (ranking.keys() > 0) {
      GroupTable table = new GroupTable(ranking.keys());
      table.assign(all.vectors().subList(0, ranking.keys()), rows, groups);
      groupCount = table.size();
    }
    int[] order = byGroup(RowSorter.sort(all, order()), groups, groupCount);
    List<VectorBuilder> out =
        schema.columns().stream().map(column -> new VectorBuilder(rows)).toList();
    int start = 0;
    while (start < rows) {
      int end = start;
      while (end < rows && groups[order[end]] == groups[order[start]]) {
        end++;
      }
      appendGroup(all, order, start, end, out);
      start = end;
    }
    List<Vector> vectors = out.stream().map(VectorBuilder::build).toList();
    return Batch.of(schema, vectors, vectors.get(0).size());
  }

  /**
   * Groups come in the order of their first rows, as they came in; keys of equal numbers differ.
   */
  private static int[] byGroup(int[] order, int[] groups, int groupCount) {
    int[] next = new int[groupCount + 1];
    for (int row : order) {
      next[groups[row] + 1]++;
    }
    for (int group = 0; group < groupCount; group++) {
      next[group + 1] += next[group];
    }
    int[] grouped = new int[order.length];
    for (int row : order) {
      grouped[next[groups[row]]++] = row;
    }
    return grouped;
  }

  private void appendGroup(Batch all, int[] order, int start, int end, List<VectorBuilder> out) {
    int countColumn = ranking.keys() + ranking.values();
    Vector counts = all.vector(countColumn);
    double total = 0;
    for (int i = start; i < end; i++) {
      total += counts.numberAt(order[i]);
    }
    long kept = ranking.limit() == 0 ? end - start : Math.min(ranking.limit(), end - start);
    double rest = total;
    for (int i = start; i < start + kept; i++) {
      for (int column = 0; column <= countColumn; column++) {
        out.get(column).append(all.vector(column), order[i]);
      }
      double count = counts.numberAt(order[i]);
      out.get(countColumn + 1).append(percent(count, total));
      rest -= count;
    }
    if (!ranking.other().isEmpty() && kept < end - start) {
      for (int column = 0; column < countColumn; column++) {
        if (column < ranking.keys()) {
          out.get(column).append(all.vector(column), order[start]);
        } else {
          out.get(column).append(ranking.other());
        }
      }
      out.get(countColumn).append(rest);
      out.get(countColumn + 1).append(percent(rest, total));
    }
  }

  private static String percent(double count, double total) {
    return String.format(Locale.ROOT, "%.6f", 100 * count / total);
  }
}
