package karst.lint;

import java.util.List;
import karst.ast.FieldName;
import karst.command.Fieldsummary;
import karst.command.Makecontinuous;

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
}
