package karst.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.command.Append;
import karst.command.Appendcols;
import karst.command.Command;
import karst.command.Join;
import karst.model.DataModels;
import karst.source.Diagnostic;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import org.jspecify.annotations.Nullable;

/** Finds what is suspicious about a search. */
public final class Linter {
  private static final List<LintRule> RULES =
      List.of(
          new UnknownFieldRule(),
          new ModelFieldRule(),
          new SearchSearchRule(),
          new BareKeywordRule(),
          new SubsearchLimitRule(),
          new SortLimitRule(),
          new DeadStageRule(),
          new LostWorkRule(),
          new LiteralStarRule(),
          new FieldAsValueRule(),
          new DuplicateValueRule());

  private final Findings findings;
  private final Function<RawCommand, @Nullable Command> binder;

  /**
   * Creates a linter.
   *
   * @param text the expanded text that warnings stand in
   * @param models the data models
   * @param binder binds a command; null for one that is not known or wrong
   */
  public Linter(SourceMap text, DataModels models, Function<RawCommand, @Nullable Command> binder) {
    this.findings = new Findings(new Diagnostics(text), models);
    this.binder = binder;
  }

  /** Returns the warnings about a search and its subsearches, in the order of the rules. */
  public List<Diagnostic> lint(Pipeline search) {
    check(search);
    return findings.all();
  }

  private void check(Pipeline search) {
    List<Step> steps = steps(search);
    RULES.forEach(rule -> rule.check(steps, findings));
    for (RawCommand command : search.commands()) {
      Subsearches.of(command).forEach(this::check);
    }
  }

  private List<Step> steps(Pipeline search) {
    List<Step> steps = new ArrayList<>();
    FieldSet fields = FieldSet.UNKNOWN;
    for (RawCommand raw : search.commands()) {
      Command command = binder.apply(raw);
      Step step = new Step(raw, command, effect(raw, command), fields);
      steps.add(step);
      fields = step.after();
    }
    return steps;
  }

  /** A command that adds the rows or fields of a subsearch has the fields of both. */
  private FieldEffect effect(RawCommand raw, @Nullable Command command) {
    boolean adds =
        command instanceof Join || command instanceof Append || command instanceof Appendcols;
    List<Pipeline> subsearches = Subsearches.of(raw);
    if (!adds || subsearches.size() != 1 || subsearches.get(0).commands().isEmpty()) {
      return FieldEffects.of(command);
    }
    List<Step> steps = steps(subsearches.get(0));
    FieldSet added = steps.get(steps.size() - 1).after();
    List<FieldUse> keys =
        command instanceof Join join && join.aliases() == null
            ? join.keys().stream().map(key -> FieldUse.of(key.left())).toList()
            : List.of();
    boolean renames = command instanceof Join join && join.aliases() != null;
    if (command instanceof Join join && !renames) {
      checkKeys(join, added);
    }
    return new FieldEffect(
        keys,
        Set.of(),
        false,
        false,
        before -> {
          FieldSet both = before.with(added.names());
          return added.open() || renames ? both.opened() : both;
        });
  }

  /** A key that the subsearch does not have agrees with nothing. */
  private void checkKeys(Join join, FieldSet added) {
    for (Join.Key key : join.keys()) {
      String name = key.right().name();
      if (!added.mayHave(name)) {
        findings.addName(
            Lint.UNKNOWN_FIELD,
            key.right().span(),
            "the subsearch makes no field `" + name + "`, so nothing is joined",
            name,
            added.names());
      }
    }
  }
}
