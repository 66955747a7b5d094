package karst.plan.rel;

import java.util.ArrayList;
import java.util.List;
import karst.plan.OrderKey;
import karst.plan.SortOrder;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * A sort in one of SPL's orders. A collation knows directions only; how values compare (numbers
 * first, as texts, as IP addresses, by the whole column) goes beside it, key by key.
 */
public final class SplSort extends Sort {
  private final List<SortOrder> orders;

  private SplSort(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode input,
      RelCollation collation,
      List<SortOrder> orders,
      @Nullable RexNode offset,
      @Nullable RexNode fetch) {
    super(cluster, traits, input, collation, offset, fetch);
    this.orders = List.copyOf(orders);
  }

  /**
   * Returns a sort, stable, with nulls last.
   *
   * @param fetch how many rows to keep; null for all
   */
  public static SplSort create(RelNode input, List<OrderKey> keys, @Nullable RexNode fetch) {
    List<RelFieldCollation> fields = new ArrayList<>();
    List<SortOrder> orders = new ArrayList<>();
    for (OrderKey key : keys) {
      RelFieldCollation.Direction direction =
          key.descending()
              ? RelFieldCollation.Direction.DESCENDING
              : RelFieldCollation.Direction.ASCENDING;
      fields.add(
          new RelFieldCollation(key.column(), direction, RelFieldCollation.NullDirection.LAST));
      orders.add(key.order());
    }
    RelCollation collation = RelCollations.of(fields);
    RelOptCluster cluster = input.getCluster();
    RelTraitSet traits = cluster.traitSetOf(Convention.NONE).replace(collation);
    return new SplSort(cluster, traits, input, collation, orders, null, fetch);
  }

  /** Returns the keys. */
  public List<OrderKey> keys() {
    List<OrderKey> keys = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      RelFieldCollation field = collation.getFieldCollations().get(i);
      boolean descending = field.direction == RelFieldCollation.Direction.DESCENDING;
      keys.add(new OrderKey(field.getFieldIndex(), descending, orders.get(i)));
    }
    return keys;
  }

  /** Returns how many rows are kept; {@link Long#MAX_VALUE} for all. */
  public long limit() {
    return fetch == null ? Long.MAX_VALUE : RexLiteral.bigDecimalValue(fetch).longValueExact();
  }

  @Override
  public Sort copy(
      RelTraitSet traits,
      RelNode newInput,
      RelCollation newCollation,
      @Nullable RexNode newOffset,
      @Nullable RexNode newFetch) {
    return new SplSort(getCluster(), traits, newInput, newCollation, orders, newOffset, newFetch);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    List<String> names = getInput().getRowType().getFieldNames();
    return writer
        .input("input", getInput())
        .item("by", keys().stream().map(key -> key.describe(names)).toList())
        .itemIf("limit", fetch, fetch != null);
  }
}
