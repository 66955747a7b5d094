package karst.plan.rel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.plan.OrderKey;
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
 * A sort in one of SPL's orders. A collation knows directions only, and a column once; how values
 * compare (numbers first, as texts, as IP addresses, by the whole column) goes beside it, key by
 * key, and so does a further key over the same column: {@code sort num(x), str(x)}.
 */
public final class SplSort extends Sort {
  private final List<OrderKey> keys;

  private SplSort(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode input,
      RelCollation collation,
      List<OrderKey> keys,
      @Nullable RexNode offset,
      @Nullable RexNode fetch) {
    super(cluster, traits, input, collation, offset, fetch);
    this.keys = List.copyOf(keys);
  }

  /**
   * Returns a sort, stable, with nulls last.
   *
   * @param fetch how many rows to keep; null for all
   */
  public static SplSort create(RelNode input, List<OrderKey> keys, @Nullable RexNode fetch) {
    Map<Integer, RelFieldCollation> fields = new LinkedHashMap<>();
    for (OrderKey key : keys) {
      RelFieldCollation.Direction direction =
          key.descending()
              ? RelFieldCollation.Direction.DESCENDING
              : RelFieldCollation.Direction.ASCENDING;
      fields.putIfAbsent(
          key.column(),
          new RelFieldCollation(key.column(), direction, RelFieldCollation.NullDirection.LAST));
    }
    RelCollation collation = RelCollations.of(List.copyOf(fields.values()));
    RelOptCluster cluster = input.getCluster();
    RelTraitSet traits = cluster.traitSetOf(Convention.NONE).replace(collation);
    return new SplSort(cluster, traits, input, collation, keys, null, fetch);
  }

  /** Returns the keys. */
  public List<OrderKey> keys() {
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
    // A rule that moves columns says so in the collation, place by place.
    List<Integer> before = columns(collation);
    List<Integer> after = columns(newCollation);
    List<OrderKey> moved = new ArrayList<>();
    for (OrderKey key : keys) {
      int column = after.get(before.indexOf(key.column()));
      moved.add(new OrderKey(column, key.descending(), key.order()));
    }
    return new SplSort(getCluster(), traits, newInput, newCollation, moved, newOffset, newFetch);
  }

  private static List<Integer> columns(RelCollation collation) {
    return collation.getFieldCollations().stream().map(RelFieldCollation::getFieldIndex).toList();
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    List<String> names = getInput().getRowType().getFieldNames();
    return writer
        .input("input", getInput())
        .item("by", keys().stream().map(key -> key.describe(names)).toList())
        .itemIf("limit", limit(), fetch != null);
  }
}
