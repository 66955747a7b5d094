package karst.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Anomalies;
import karst.command.Anomalousvalue;
import karst.command.AnomalyAction;
import karst.command.Anomalydetection;
import karst.command.Cluster;
import karst.command.Concurrency;
import karst.command.Contingency;
import karst.command.Outlier;

/** What the commands of statistics do with fields. */
final class StatisticEffects {
  private StatisticEffects() {}

  static FieldEffect outlier(Outlier outlier) {
    return reads(outlier.fields());
  }

  static FieldEffect concurrency(Concurrency concurrency) {
    List<FieldName> fields = new ArrayList<>(List.of(concurrency.start()));
    if (concurrency.duration() != null) {
      fields.add(concurrency.duration());
    }
    return FieldEffect.makes(FieldEffects.uses(fields), List.of(concurrency.output()));
  }

  /** The values of a field become columns. */
  static FieldEffect contingency(Contingency contingency) {
    Set<String> row = Set.copyOf(FieldEffects.names(contingency.fields()).subList(0, 1));
    return FieldEffect.replaces(FieldEffects.uses(contingency.fields()), new FieldSet(row, true));
  }

  static FieldEffect anomalousvalue(Anomalousvalue command) {
    return anomalies(command.action(), command.fields());
  }

  static FieldEffect anomalydetection(Anomalydetection command) {
    return command.method() == Anomalydetection.Method.IQR
        ? reads(command.fields())
        : anomalies(command.action(), command.fields());
  }

  static FieldEffect anomalies(Anomalies command) {
    List<FieldName> fields = new ArrayList<>(command.by());
    fields.add(command.field());
    return FieldEffect.makes(FieldEffects.uses(fields), List.of("unexpectedness"));
  }

  /** What is made depends on what is found. */
  private static FieldEffect anomalies(AnomalyAction action, List<FieldName> fields) {
    return action == AnomalyAction.SUMMARY
        ? FieldEffect.replaces(FieldEffects.uses(fields), new FieldSet(Set.of(), true))
        : reads(fields).then(FieldSet::opened);
  }

  static FieldEffect cluster(Cluster cluster) {
    List<String> made = new ArrayList<>(List.of(cluster.labelField()));
    if (!cluster.countField().isEmpty()) {
      made.add(cluster.countField());
    }
    return FieldEffect.makes(FieldEffects.uses(List.of(cluster.field())), made);
  }

  /** Without a list of fields a command reads whatever there is. */
  private static FieldEffect reads(List<FieldName> fields) {
    FieldEffect effect = FieldEffect.reads(FieldEffects.uses(fields));
    return fields.isEmpty() ? effect.incomplete() : effect;
  }
}
