package karst.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.DataModelName;
import karst.command.Tstats;
import karst.model.ModelField;
import karst.model.Resolution;

/** A search over a dataset names a field that the data model does not have. */
final class ModelFieldRule implements LintRule {
  // Every event has them, whatever the model says.
  private static final Set<String> EVERYWHERE =
      Set.of("nodename", "index", "splunk_server", "eventtype", "tag", "_indextime", "_raw");

  @Override
  public void check(List<Step> steps, Findings findings) {
    for (Step step : steps) {
      if (step.command() instanceof Tstats tstats && tstats.from() != null) {
        check(tstats, tstats.from(), findings);
      }
    }
  }

  private static void check(Tstats tstats, DataModelName name, Findings findings) {
    List<FieldName> used = fields(tstats);
    List<String> names = used.stream().map(FieldName::name).toList();
    Resolution resolution = findings.models().resolve(name.qualified(), names);
    if (!(resolution instanceof Resolution.Found found)) {
      return;
    }
    List<String> known =
        found.model().fieldsWithin(found.dataset()).stream()
            .map(ModelField::qualifiedName)
            .toList();
    String dataset = found.dataset().toString();
    for (FieldName field : used) {
      if (!field.hasWildcard() && !known.contains(field.name()) && !isCommon(field.name())) {
        findings.addName(
            Lint.MODEL_FIELD,
            field.span(),
            "the dataset `" + dataset + "` has no field `" + field.name() + "`",
            prefixed(field.name(), known),
            known);
      }
    }
  }

  /** Returns the known field that a name without its dataset means; else the name. */
  private static String prefixed(String name, List<String> known) {
    return known.stream().filter(field -> field.endsWith("." + name)).findFirst().orElse(name);
  }

  private static boolean isCommon(String name) {
    return EVERYWHERE.contains(name) || name.endsWith(".tag");
  }

  private static List<FieldName> fields(Tstats tstats) {
    List<FieldName> fields = new ArrayList<>(SearchTerms.fields(tstats.where()));
    fields.addAll(tstats.by());
    for (AggregateCall call : tstats.aggregates()) {
      if (call.field() != null) {
        fields.add(call.field());
      }
    }
    return fields;
  }
}
