package karst.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Analyzefields;
import karst.command.Anomalies;
import karst.command.Anomalousvalue;
import karst.command.AnomalyAction;
import karst.command.Anomalydetection;
import karst.command.Arules;
import karst.command.Associate;
import karst.command.Cluster;
import karst.command.Cofilter;
import karst.command.Concurrency;
import karst.command.Contingency;
import karst.command.Eventcount;
import karst.command.Geostats;
import karst.command.Kmeans;
import karst.command.Metadata;
import karst.command.Outlier;
import karst.command.Predict;
import karst.command.SummaryRows;

/** What the commands of statistics do with fields. */
final class StatisticEffects {
  private StatisticEffects() {}

  static FieldEffect outlier(Outlier outlier) {
    return reads(outlier.fields());
  }

  static FieldEffect predict(Predict predict) {
    List<String> made = new ArrayList<>();
    for (Predict.Series series : predict.shown()) {
      made.add(predict.lower().nameOf("lower", series));
      made.add(series.name());
      made.add(predict.upper().nameOf("upper", series));
    }
    return FieldEffect.makes(
        FieldEffects.uses(predict.series().stream().map(Predict.Series::field).toList()), made);
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

  static FieldEffect analyzefields(Analyzefields command) {
    FieldName told = command.classField();
    return FieldEffect.replaces(
            told == null ? List.of() : FieldEffects.uses(List.of(told)),
            FieldSet.closed(List.of("field", "count", "cocur", "acc", "balacc")))
        .incomplete();
  }

  static FieldEffect arules(Arules command) {
    return FieldEffect.replaces(
        FieldEffects.uses(command.fields()),
        FieldSet.closed(
            List.of(
                "Given fields",
                "Implied fields",
                "Strength",
                "Given fields support",
                "Implied fields support")));
  }

  static FieldEffect associate(Associate command) {
    FieldEffect effect =
        FieldEffect.replaces(
            FieldEffects.uses(command.fields()),
            FieldSet.closed(
                List.of(
                    "Reference_Key",
                    "Reference_Value",
                    "Target_Key",
                    "Unconditional_Entropy",
                    "Conditional_Entropy",
                    "Entropy_Improvement",
                    "Description",
                    "Support")));
    return command.fields().isEmpty() ? effect.incomplete() : effect;
  }

  static FieldEffect cofilter(Cofilter command) {
    return FieldEffect.replaces(
        FieldEffects.uses(command.fields()),
        FieldSet.closed(
            List.of("Item 1", "Item 1 user count", "Item 2", "Item 2 user count", "Pair count")));
  }

  static FieldEffect eventcount(Eventcount command) {
    List<String> made = command.summarize() ? List.of("count") : List.of("count", "index");
    return FieldEffect.replaces(List.of(), FieldSet.closed(made));
  }

  static FieldEffect metadata(Metadata command) {
    return FieldEffect.replaces(
        List.of(),
        FieldSet.closed(
            List.of(
                "firstTime",
                command.type().field(),
                "lastTime",
                "recentTime",
                "totalCount",
                "type")));
  }

  static FieldEffect cluster(Cluster cluster) {
    List<String> made = new ArrayList<>(List.of(cluster.labelField()));
    if (!cluster.countField().isEmpty()) {
      made.add(cluster.countField());
    }
    return FieldEffect.makes(FieldEffects.uses(List.of(cluster.field())), made);
  }

  static FieldEffect geostats(Geostats command) {
    List<FieldName> fields = new ArrayList<>();
    fields.add(command.squares().latitude());
    fields.add(command.squares().longitude());
    if (command.by() != null) {
      fields.add(command.by());
    }
    List<String> made = new ArrayList<>(List.of("geobin"));
    made.add(command.latitude());
    made.add(command.longitude());
    command.aggregates().forEach(call -> made.add(call.name()));
    boolean dynamic = command.by() != null || made.stream().anyMatch(name -> name.contains("*"));
    return FieldEffect.replaces(
        AggregateEffects.uses(fields, command.aggregates()),
        new FieldSet(new LinkedHashSet<>(made), dynamic));
  }

  static FieldEffect kmeans(Kmeans command) {
    if (command.to() > command.from()) {
      FieldEffect effect =
          FieldEffect.replaces(
              FieldEffects.uses(command.fields()),
              FieldSet.closed(List.of("k", "sizes", "distortion")));
      return command.fields().isEmpty() ? effect.incomplete() : effect;
    }
    FieldEffect effect =
        FieldEffect.makes(FieldEffects.uses(command.fields()), List.of(command.field()));
    return effect.incomplete().then(before -> before.with(List.of(command.field())).opened());
  }

  /** Which of the fields of expressions are kept is not told here. */
  static FieldEffect summaryRows(SummaryRows command) {
    List<FieldUse> uses = AggregateEffects.uses(command.keys(), command.aggregates());
    Set<String> kept = new LinkedHashSet<>(List.of("_time"));
    uses.forEach(use -> kept.add(use.field().name()));
    return FieldEffect.replaces(uses, new FieldSet(kept, true));
  }

  /** Without a list of fields a command reads whatever there is. */
  private static FieldEffect reads(List<FieldName> fields) {
    FieldEffect effect = FieldEffect.reads(FieldEffects.uses(fields));
    return fields.isEmpty() ? effect.incomplete() : effect;
  }
}
