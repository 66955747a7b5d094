package karst.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.ast.FieldName;

/**
 * A field is used that no command before it makes, at a place where all fields are known. Each is
 * told once: where it is used first.
 */
final class UnknownFieldRule implements LintRule {
  @Override
  public void check(List<Step> steps, Findings findings) {
    Set<String> told = new HashSet<>();
    for (Step step : steps) {
      for (FieldUse use : step.effect().uses()) {
        FieldName field = use.field();
        if (!use.lenient() && !use.isIn(step.before()) && told.add(field.name())) {
          findings.addName(
              Lint.UNKNOWN_FIELD,
              field.span(),
              "no command before this one makes the field `" + field.name() + "`: it is null",
              field.name(),
              step.before().names());
        }
      }
    }
  }
}
