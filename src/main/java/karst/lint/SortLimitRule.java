package karst.lint;

import java.util.List;
import karst.ast.Argument;
import karst.ast.RawCommand;
import karst.command.Head;
import karst.command.Sort;

/** A sort without a count keeps 10,000 rows, which is easily forgotten. */
final class SortLimitRule implements LintRule {
  @Override
  public void check(List<Step> steps, Findings findings) {
    for (int i = 0; i < steps.size(); i++) {
      RawCommand raw = steps.get(i).raw();
      boolean cut = i + 1 < steps.size() && steps.get(i + 1).command() instanceof Head;
      if (steps.get(i).command() instanceof Sort sort && !isCounted(raw) && !cut) {
        findings.add(
            Lint.SORT_LIMIT,
            raw.nameSpan(),
            "`sort` keeps the first " + sort.limit() + " rows and drops the rest",
            "write `sort 0` to keep all rows");
      }
    }
  }

  private static boolean isCounted(RawCommand sort) {
    return sort.arguments().stream()
        .anyMatch(
            argument ->
                (argument instanceof Argument.Option option
                        && option.name().equalsIgnoreCase("limit"))
                    || (argument instanceof Argument.Word word && word.text().matches("\\d+")));
  }
}
