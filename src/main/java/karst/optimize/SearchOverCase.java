package karst.optimize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Moves search comparisons into the branches of the choice that they compare: {@code
 * if(isnull(user) OR user="", "unknown", user) = "bob"} becomes {@code user = "bob"}. What is left
 * are mostly comparisons of single columns, which are decided once per distinct value. Comparisons
 * of one choice that are joined by OR move together, so that its conditions stand once.
 */
final class SearchOverCase extends RexShuttle {
  private final RexBuilder rex;

  SearchOverCase(RexBuilder rex) {
    this.rex = rex;
  }

  @Override
  public RexNode visitCall(RexCall call) {
    if (call.getKind() == SqlKind.OR) {
      return disjunction(RelOptUtil.disjunctions(call));
    }
    if (call.getKind() == SqlKind.AND) {
      // A disjunction of one term is that term, perhaps an AND, and Calcite wants ANDs flat.
      List<RexNode> terms = RelOptUtil.conjunctions(call);
      return RexUtil.composeConjunction(
          rex, terms.stream().map(term -> term.accept(this)).toList());
    }
    return SearchCall.isOverCase(call) ? branches(List.of(call)) : super.visitCall(call);
  }

  private RexNode disjunction(List<RexNode> terms) {
    Map<RexNode, List<RexCall>> byChoice = new LinkedHashMap<>();
    for (RexNode term : terms) {
      if (SearchCall.isOverCase(term)) {
        RexCall comparison = (RexCall) term;
        byChoice
            .computeIfAbsent(comparison.getOperands().get(0), choice -> new ArrayList<>())
            .add(comparison);
      }
    }
    List<RexNode> result = new ArrayList<>();
    for (RexNode term : terms) {
      if (SearchCall.isOverCase(term)) {
        // All comparisons of a choice come at the place of the first.
        List<RexCall> group = byChoice.remove(((RexCall) term).getOperands().get(0));
        if (group != null) {
          result.add(branches(group));
        }
      } else {
        result.add(term.accept(this));
      }
    }
    return RexUtil.composeDisjunction(rex, result);
  }

  /** Returns some comparisons of one choice, joined by OR, as a choice of comparisons. */
  private RexNode branches(List<RexCall> comparisons) {
    List<RexNode> choice = ((RexCall) comparisons.get(0).getOperands().get(0)).getOperands();
    RexNode rest = any(comparisons, choice.get(choice.size() - 1));
    for (int i = choice.size() - 3; i >= 0; i -= 2) {
      rest = choose(choice.get(i), any(comparisons, choice.get(i + 1)), rest);
    }
    return rest;
  }

  /** Returns the comparisons of one value, joined by OR. */
  private RexNode any(List<RexCall> comparisons, RexNode value) {
    List<RexNode> terms = new ArrayList<>();
    for (RexCall comparison : comparisons) {
      RexNode moved =
          rex.makeCall(comparison.getOperator(), value, comparison.getOperands().get(1));
      terms.add(SearchCall.fold(moved, rex).accept(this));
    }
    return RexUtil.composeDisjunction(rex, terms);
  }

  /** Returns {@code then} where a condition is true and {@code otherwise} elsewhere. */
  private RexNode choose(RexNode condition, RexNode then, RexNode otherwise) {
    if (condition.isAlwaysTrue()) {
      return then;
    }
    if (then.isAlwaysFalse()) {
      boolean excluded = otherwise.isAlwaysFalse() || Blank.excludes(condition, otherwise);
      return excluded ? otherwise : choice(condition, then, otherwise);
    }
    if (Blank.isImpliedBy(condition, then)) {
      return RexUtil.composeDisjunction(
          rex, List.of(then, choose(condition, rex.makeLiteral(false), otherwise)));
    }
    return choice(condition, then, otherwise);
  }

  private RexNode choice(RexNode condition, RexNode then, RexNode otherwise) {
    RelDataType truth = rex.makeLiteral(true).getType();
    return rex.makeCall(truth, SqlStdOperatorTable.CASE, List.of(condition, then, otherwise));
  }
}
