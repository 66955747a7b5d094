package karst.plan.rel;

import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;

/** The first rows of each combination of some columns, in the order of the input. */
public final class Dedup extends SingleRel {
  private final List<Integer> keys;
  private final Options options;

  private Dedup(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode input,
      List<Integer> keys,
      Options options) {
    super(cluster, traits, input);
    this.keys = List.copyOf(keys);
    this.options = options;
  }

  /**
   * The options of dedup.
   *
   * @param count how many rows of a combination to keep
   * @param keepEvents keeps further rows and empties their keys
   * @param keepEmpty keeps every row that lacks a key
   * @param consecutive counts anew whenever the combination changes
   */
  public record Options(long count, boolean keepEvents, boolean keepEmpty, boolean consecutive) {}

  /** Returns a dedup over some columns. */
  public static Dedup create(RelNode input, List<Integer> keys, Options options) {
    RelOptCluster cluster = input.getCluster();
    return new Dedup(cluster, cluster.traitSetOf(Convention.NONE), input, keys, options);
  }

  /** Returns the columns that make a combination. */
  public List<Integer> keys() {
    return keys;
  }

  /** Returns the options. */
  public Options options() {
    return options;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Dedup(getCluster(), traits, inputs.get(0), keys, options);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    List<String> names = getInput().getRowType().getFieldNames();
    return super.explainTerms(writer)
        .item("keys", keys.stream().map(names::get).toList())
        .item("count", options.count())
        .itemIf("keepevents", true, options.keepEvents())
        .itemIf("keepempty", true, options.keepEmpty())
        .itemIf("consecutive", true, options.consecutive());
  }
}
