package karst.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.command.Convert;
import karst.command.Eval;
import karst.command.Rename;
import org.jspecify.annotations.Nullable;

/** A command sets fields that are dropped, or set anew, before anything reads them. */
final class LostWorkRule implements LintRule {
  @Override
  public void check(List<Step> steps, Findings findings) {
    // From the end to the start: the fields that what follows reads; null for all.
    Set<String> read = null;
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (read != null && isLost(step, read)) {
        List<String> names = step.effect().makes().stream().sorted().toList();
        findings.add(
            Lint.DEAD_STAGE,
            step.raw().span(),
            "what this sets is never used: `" + String.join("`, `", names) + "`");
      } else {
        read = before(step, read);
      }
    }
  }

  private static boolean isLost(Step step, Set<String> read) {
    boolean sets = step.command() instanceof Eval || step.command() instanceof Convert;
    return sets
        && step.effect().makes().stream()
            .noneMatch(name -> read.contains(name) || name.matches(".*[*{].*"));
  }

  private static @Nullable Set<String> before(Step step, @Nullable Set<String> after) {
    FieldEffect effect = step.effect();
    // A pattern may take in any field.
    if (!effect.known()
        || step.command() instanceof Rename
        || (after == null && !effect.narrows())) {
      return null;
    }
    Set<String> read = new HashSet<>();
    if (after != null && !effect.narrows()) {
      read.addAll(after);
      read.removeAll(effect.makes());
    }
    for (FieldUse use : effect.uses()) {
      read.add(use.field().name());
      read.addAll(use.parts());
    }
    return read;
  }
}
