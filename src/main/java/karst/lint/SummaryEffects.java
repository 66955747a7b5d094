package karst.lint;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Diff;
import karst.command.Fieldsummary;
import karst.command.Gauge;
import karst.command.Localize;
import karst.command.Makecontinuous;
import karst.command.Reltime;
import karst.type.Numbers;

/** What the commands that sum rows up or fill them in do with fields. */
final class SummaryEffects {
  private static final List<String> SUMMARY =
      List.of(
          "field",
          "count",
          "distinct_count",
          "is_exact",
          "max",
          "mean",
          "min",
          "numeric_count",
          "stdev",
          "values");

  private SummaryEffects() {}

  /** Without names it may read every field. */
  static FieldEffect fieldsummary(Fieldsummary summary) {
    FieldEffect effect =
        FieldEffect.replaces(FieldEffects.uses(summary.fields()), FieldSet.closed(SUMMARY));
    boolean named =
        !summary.fields().isEmpty() && summary.fields().stream().noneMatch(FieldName::hasWildcard);
    return named ? effect : effect.incomplete();
  }

  static FieldEffect makecontinuous(Makecontinuous command) {
    return FieldEffect.makes(
        FieldEffects.uses(List.of(command.field())), List.of(command.field().name()));
  }

  static FieldEffect diff(Diff diff) {
    return FieldEffect.replaces(
        FieldEffects.uses(List.of(diff.field())), FieldSet.closed(List.of("_raw")));
  }

  static FieldEffect gauge(Gauge gauge) {
    List<FieldName> words = new ArrayList<>(gauge.ranges());
    words.add(gauge.value());
    words.removeIf(word -> Numbers.isNumber(word.name()));
    List<String> columns = new ArrayList<>(List.of("x"));
    for (int i = 1; i <= gauge.ranges().size(); i++) {
      columns.add("y" + i);
    }
    return FieldEffect.replaces(FieldEffects.uses(words), FieldSet.closed(columns));
  }

  static FieldEffect localize(Localize localize) {
    FieldName time = new FieldName("_time", localize.span());
    return FieldEffect.replaces(
        FieldEffects.uses(List.of(time)), FieldSet.closed(List.of("starttime", "endtime")));
  }

  static FieldEffect reltime(Reltime reltime) {
    return FieldEffect.makes(
        FieldEffects.uses(List.of(reltime.field())), List.of(reltime.output()));
  }
}
