package karst.lint;

import java.util.List;

/** Finds one kind of mistake. */
@FunctionalInterface
interface LintRule {
  /** Looks at the commands of a search or subsearch. */
  void check(List<Step> steps, Findings findings);
}
