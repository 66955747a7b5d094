package karst.plan;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.tools.RelBuilder;

/**
 * Sets up Calcite for one compilation.
 *
 * <p>{@code Frameworks} would open a JDBC connection, and Calcite's default metadata compiles
 * classes; both cost most of a first plan's time, so neither is used.
 */
public final class PlanCluster {
  private PlanCluster() {}

  /** Returns a fresh cluster. */
  public static RelOptCluster create() {
    HepPlanner planner = new HepPlanner(HepProgram.builder().build());
    RelOptCluster cluster = RelOptCluster.create(planner, new RexBuilder(TypeMapping.newFactory()));
    cluster.setMetadataQuerySupplier(
        () ->
            new RelMetadataQuery(
                new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE)));
    return cluster;
  }

  /**
   * Returns a builder of relational nodes. It does not simplify: SPL's comparisons are not SQL's,
   * and the optimiser has its own phase for constants.
   */
  public static RelBuilder builder(RelOptCluster cluster) {
    return RelFactories.LOGICAL_BUILDER
        .create(cluster, null)
        .transform(config -> config.withSimplify(false).withSimplifyValues(false));
  }
}
