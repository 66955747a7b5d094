package karst.plan;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rel.metadata.MetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.tools.RelBuilderFactory;

/**
 * Sets up Calcite for one compilation.
 *
 * <p>{@code Frameworks} would open a JDBC connection, and Calcite's default metadata compiles
 * classes; both cost most of a first plan's time, so neither is used.
 */
public final class PlanCluster {
  /**
   * Makes relational nodes as they are asked for. Calcite's own simplification must not touch SPL's
   * conditions: it goes by SQL's types, puts casts around values, and fails where the branches of a
   * choice differ in type.
   */
  public static final RelBuilderFactory BUILDERS =
      RelBuilder.proto(RelBuilder.Config.DEFAULT.withSimplify(false).withSimplifyValues(false));

  // Neither holds anything of a compilation; both are costly to make.
  private static final RelDataTypeFactory TYPES = TypeMapping.newFactory();
  private static final MetadataHandlerProvider METADATA = new LazyMetadata();

  private PlanCluster() {}

  /** Returns a fresh cluster. */
  public static RelOptCluster create() {
    HepPlanner planner = new HepPlanner(HepProgram.builder().build());
    RelOptCluster cluster = RelOptCluster.create(planner, new RexBuilder(TYPES));
    cluster.setMetadataQuerySupplier(() -> new RelMetadataQuery(METADATA));
    return cluster;
  }

  /** Returns a builder of relational nodes. */
  public static RelBuilder builder(RelOptCluster cluster) {
    return BUILDERS.create(cluster, null);
  }
}
