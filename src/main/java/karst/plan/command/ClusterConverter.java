package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Cluster;
import karst.plan.ColumnPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.Clusters;
import karst.type.SplType;
import karst.vector.Column;

/** Plans {@code cluster}. */
public final class ClusterConverter implements CommandConverter<Cluster> {
  @Override
  public void convert(Cluster command, PlanBuilder plan) {
    ColumnPlanner planner = new ColumnPlanner(plan);
    Clusters clusters =
        new Clusters(
            planner.position(command.field()),
            command.threshold(),
            command.delimiters(),
            switch (command.match()) {
              case TERMLIST -> Clusters.Terms.LIST;
              case TERMSET -> Clusters.Terms.SET;
              case NGRAMSET -> Clusters.Terms.GRAMS;
            },
            !command.countField().isEmpty(),
            command.labelOnly());
    List<Column> made = new ArrayList<>();
    made.add(new Column(command.labelField(), SplType.NUMBER));
    if (!command.countField().isEmpty()) {
      made.add(new Column(command.countField(), SplType.NUMBER));
    }
    planner.add(clusters, made);
  }
}
