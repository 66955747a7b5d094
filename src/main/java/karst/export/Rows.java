package karst.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Translated rows: a node of standard algebra, whose rows have no order, with the order that they
 * have in SPL beside it. Sorting is left until something depends on it.
 *
 * @param node the rows; it may have columns that only the order needs
 * @param columns the columns of the plan, as expressions over the node's
 * @param order what the rows are sorted by
 * @param total whether the order decides between any two rows that differ
 * @param unique columns that tell any two rows apart; empty if none are known to
 * @param limit the rows that are kept of the sorted ones, or null for all
 */
record Rows(
    RelNode node,
    List<RexNode> columns,
    List<RowKey> order,
    boolean total,
    List<RexNode> unique,
    @Nullable RowRange limit) {
  Rows {
    columns = List.copyOf(columns);
    order = List.copyOf(order);
    unique = List.copyOf(unique);
  }

  /**
   * Something to sort by; nulls come last.
   *
   * @param value an expression over the node's columns
   */
  record RowKey(RexNode value, boolean descending) {}

  /**
   * Some of the rows.
   *
   * @param offset how many are passed over
   * @param count how many are kept at most
   */
  record RowRange(long offset, long count) {
    /** Returns a range of this range. */
    RowRange of(long start, long most) {
      return new RowRange(offset + start, Math.max(0, Math.min(most, count - start)));
    }
  }

  /** Returns the rows of a node whose columns are the plan's, in no order. */
  static Rows of(RelNode node) {
    return new Rows(
        node,
        references(node, node.getRowType().getFieldCount()),
        List.of(),
        false,
        List.of(),
        null);
  }

  /** Returns references to the first columns of a node. */
  static List<RexNode> references(RelNode node, int count) {
    List<RexNode> references = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      references.add(node.getCluster().getRexBuilder().makeInputRef(node, i));
    }
    return references;
  }

  /** Returns these rows in another order. */
  Rows sorted(List<RowKey> keys, boolean decides) {
    return new Rows(node, columns, keys, decides, unique, limit);
  }

  /** Returns a range of these rows. */
  Rows range(long start, long most) {
    RowRange range = limit == null ? new RowRange(start, most) : limit.of(start, most);
    return new Rows(node, columns, order, total, unique, range);
  }

  /** Returns these rows with a node of more rows or less in place of theirs. */
  Rows withNode(RelNode replacement) {
    return new Rows(replacement, columns, order, total, unique, limit);
  }

  /**
   * Returns these rows with other columns.
   *
   * @param values expressions over the node
   */
  Rows project(List<RexNode> values, List<String> names) {
    List<RexNode> all = new ArrayList<>(values);
    List<String> allNames = new ArrayList<>(names);
    // A key is computed of its columns where the rows are sorted, unless some drop out before.
    Map<Integer, Integer> places = new HashMap<>();
    for (RowKey key : order) {
      for (int column : RelOptUtil.InputFinder.bits(key.value())) {
        places.put(column, place(reference(node, column), all, allNames));
      }
    }
    List<Integer> distinct = new ArrayList<>();
    for (RexNode value : unique) {
      distinct.add(values.indexOf(value));
    }
    RelNode projected = Projections.project(node, all, allNames);
    List<RexNode> references = references(projected, all.size());
    RexShuttle moved =
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return references.get(Objects.requireNonNull(places.get(input.getIndex())));
          }
        };
    List<RowKey> keys =
        order.stream().map(key -> new RowKey(key.value().accept(moved), key.descending())).toList();
    List<RexNode> stillUnique =
        distinct.contains(-1) ? List.of() : distinct.stream().map(references::get).toList();
    return new Rows(
        projected, references.subList(0, values.size()), keys, total, stillUnique, limit);
  }

  /** Returns these rows with every key a column: what it is must not change with the rows. */
  Rows frozen() {
    if (order.stream().allMatch(key -> key.value() instanceof RexInputRef)) {
      return this;
    }
    int width = node.getRowType().getFieldCount();
    List<RexNode> all = references(node, width);
    List<String> names = new ArrayList<>(node.getRowType().getFieldNames());
    List<Integer> places = new ArrayList<>();
    for (RowKey key : order) {
      places.add(place(key.value(), all, names));
    }
    // Keys are long, and use what they are made of more than once.
    RelNode projected = Projections.project(Boundary.above(node), all, names);
    List<RexNode> references = references(projected, all.size());
    List<RowKey> keys = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      keys.add(new RowKey(references.get(places.get(i)), order.get(i).descending()));
    }
    return new Rows(projected, columns, keys, total, unique, limit);
  }

  /** Returns these rows with the columns of the plan as the first ones of the node. */
  Rows settled(List<String> names) {
    List<String> present = node.getRowType().getFieldNames();
    for (int i = 0; i < columns.size(); i++) {
      if (!(columns.get(i) instanceof RexInputRef input)
          || input.getIndex() != i
          || !present.get(i).equals(names.get(i))) {
        return project(columns, names);
      }
    }
    return this;
  }

  private static RexNode reference(RelNode node, int column) {
    return node.getCluster().getRexBuilder().makeInputRef(node, column);
  }

  private static int place(RexNode value, List<RexNode> values, List<String> names) {
    int known = values.indexOf(value);
    if (known >= 0) {
      return known;
    }
    values.add(value);
    Set<String> taken = new HashSet<>(names);
    int number = 1;
    while (taken.contains("$order" + number)) {
      number++;
    }
    names.add("$order" + number);
    return values.size() - 1;
  }
}
