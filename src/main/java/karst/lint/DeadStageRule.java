package karst.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.command.Dedup;
import karst.command.Rename;
import karst.command.Search;
import karst.command.Sort;
import karst.command.Stats;
import karst.command.Tstats;

/** A command that changes nothing, or whose order the next one does not keep. */
final class DeadStageRule implements LintRule {
  // Their results depend on the order of the rows.
  private static final Set<String> ORDERED = Set.of("first", "last", "list", "earliest", "latest");

  @Override
  public void check(List<Step> steps, Findings findings) {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (i > 0) {
        distinct(steps.get(i - 1), step, findings);
      }
      if (i + 1 < steps.size()) {
        order(step, steps.get(i + 1), findings);
      }
      everything(step, findings);
      renames(step, findings);
    }
  }

  /** Rows that are grouped by fields are distinct in them. */
  private static void distinct(Step before, Step step, Findings findings) {
    List<FieldName> keys = null;
    if (before.command() instanceof Stats stats) {
      keys = stats.by();
    } else if (before.command() instanceof Tstats tstats && !tstats.prestats()) {
      keys = tstats.by();
    }
    if (keys != null && step.command() instanceof Dedup dedup && !keys.isEmpty()) {
      Set<String> fields = new HashSet<>();
      dedup.fields().forEach(field -> fields.add(field.name()));
      if (keys.stream().allMatch(key -> fields.contains(key.name()))) {
        dead(step, "`dedup` finds nothing to remove: the rows are grouped by its fields", findings);
      }
    }
  }

  private static void order(Step step, Step next, Findings findings) {
    boolean sorts = step.command() instanceof Sort sort && !keepsFew(sort);
    if (sorts && next.command() instanceof Sort) {
      dead(step, "the order of this `sort` is lost: another one follows", findings);
    } else if (sorts
        && next.command() instanceof Stats stats
        && stats.aggregates().stream().noneMatch(call -> ORDERED.contains(call.function()))) {
      dead(step, "the order of this `sort` is lost: `stats` follows", findings);
    }
  }

  /** A limit that somebody chose makes a sort a filter. */
  private static boolean keepsFew(Sort sort) {
    return sort.limit() > 0 && sort.limit() < 10_000;
  }

  private static void everything(Step step, Findings findings) {
    if (step.command() instanceof Search search
        && search.term() instanceof SearchTerm.Keyword keyword
        && keyword.value().text().equals("*")
        && !step.before().equals(FieldSet.UNKNOWN)
        && findings.isWritten(keyword.span())) {
      dead(step, "`search *` keeps every row", findings);
    }
  }

  /** The fields of a dataset may have lost their prefix already, or have another one. */
  private static void renames(Step step, Findings findings) {
    if (step.command() instanceof Rename rename && !step.before().open()) {
      for (Rename.Pair pair : rename.pairs()) {
        boolean pattern = pair.field().hasWildcard();
        if (pattern && step.before().matching(StarName.of(pair.field().name())).isEmpty()) {
          findings.add(
              Lint.DEAD_STAGE,
              pair.field().span(),
              "no field here has a name like `" + pair.field().name() + "`: nothing is renamed");
        }
      }
    }
  }

  private static void dead(Step step, String message, Findings findings) {
    findings.add(Lint.DEAD_STAGE, step.raw().span(), message);
  }
}
