package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import karst.ast.FieldName;
import karst.command.Join;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.RowSets;
import karst.plan.Subpipeline;
import karst.plan.rel.SplJoin;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;

/**
 * Plans {@code join}: a join that keeps the order of the left, and one row of both sides' fields.
 */
public final class JoinConverter implements CommandConverter<Join> {
  private static final long MAX_ROWS = 50_000;

  @Override
  public void convert(Join command, PlanBuilder plan) {
    PlanBuilder more = Subpipeline.plan(command.subsearch(), MAX_ROWS, "join", plan.context());
    List<Integer> leftKeys = new ArrayList<>();
    List<Integer> rightKeys = new ArrayList<>();
    for (Join.Key key : keys(command, plan, more)) {
      leftKeys.add(column(key.left(), plan));
      rightKeys.add(column(key.right(), more));
    }
    Optional<SplJoin.TimeOrder> order = order(command, plan, more);
    Join.Aliases aliases = command.aliases();
    if (aliases != null) {
      prefix(plan, aliases.left());
      prefix(more, aliases.right());
    }
    long max = command.max() == 0 ? Long.MAX_VALUE : command.max();
    List<String> left = plan.names();
    List<String> right = more.names();
    SplJoin join =
        SplJoin.create(
            plan.node(),
            more.node(),
            command.outer(),
            new SplJoin.Options(leftKeys, rightKeys, max, order));
    RowSets.overlay(plan, join, left, right, command.overwrite());
    if (more.isOpen()) {
      plan.markOpen();
    }
  }

  /** Without a list, all public fields that both sides have. */
  private static List<Join.Key> keys(Join command, PlanBuilder plan, PlanBuilder more) {
    if (!command.keys().isEmpty()) {
      return command.keys();
    }
    List<Join.Key> keys =
        plan.names().stream()
            .filter(name -> !FieldPattern.isInternal(name) && more.indexOf(name) >= 0)
            .map(name -> new FieldName(name, command.span()))
            .map(field -> new Join.Key(field, field))
            .toList();
    if (keys.isEmpty() && !plan.isOpen() && !more.isOpen()) {
      plan.context()
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.ARGUMENT,
                      "the subsearch of `join` has no field in common with the rows before it")
                  .hint("name the fields that must agree: join <field> [...]"),
              command.span());
      plan.context().diagnostics().throwIfErrors();
    }
    return keys;
  }

  /** A key that a side does not have is null there, and matches nothing. */
  private static int column(FieldName field, PlanBuilder side) {
    if (side.indexOf(field.name()) < 0) {
      side.assign(field.name(), side.field(field));
    }
    return side.indexOf(field.name());
  }

  private static Optional<SplJoin.TimeOrder> order(
      Join command, PlanBuilder plan, PlanBuilder more) {
    int left = plan.indexOf("_time");
    int right = more.indexOf("_time");
    if (!command.useTime()) {
      return Optional.empty();
    }
    if (left < 0 || right < 0) {
      PlanContext context = plan.context();
      context.error(
          DiagnosticCode.ARGUMENT,
          command.span(),
          "`usetime` needs `_time` on both sides, and "
              + (left < 0 ? "the rows before `join` have" : "its subsearch has")
              + " none");
      context.diagnostics().throwIfErrors();
    }
    return Optional.of(new SplJoin.TimeOrder(left, right, command.earlier()));
  }

  private static void prefix(PlanBuilder side, String alias) {
    side.project(side.columns(), side.names().stream().map(name -> alias + "." + name).toList());
  }
}
