package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import karst.ast.Expression;
import karst.ast.SearchTerm;
import karst.model.MappingRule;
import karst.plan.rel.SplTableScan;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.table.event.EventSet;
import karst.table.event.EventTable;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Plans the rows of a dataset from raw events: each event for which a rule holds is a row, and the
 * first rule that holds gives its fields. A mapping's own fields take the place of those that every
 * event has, such as {@code host}.
 */
public final class MappedDataset {
  private final PlanBuilder plan;
  private final PlanContext context;
  private final List<MappingRule> rules;

  private MappedDataset(PlanBuilder plan, List<MappingRule> rules) {
    this.plan = plan;
    this.context = plan.context();
    this.rules = rules;
  }

  /**
   * Puts the rows into a plan without rows.
   *
   * @throws karst.source.SplException if a search or an expression of a rule is wrong
   */
  public static void build(PlanBuilder plan, EventSet events, List<MappingRule> rules) {
    Set<String> names = new TreeSet<>();
    for (MappingRule rule : rules) {
      rule.searches().forEach(search -> NamedFields.collect(term(search, rule, plan), names));
      rule.fields()
          .values()
          .forEach(text -> NamedFields.collect(expression(text, rule, plan), names));
    }
    EventTerms.addFields(plan.context(), names);
    plan.set(SplTableScan.create(plan.context().cluster(), events.table(List.copyOf(names))));
    new MappedDataset(plan, rules).build();
  }

  private void build() {
    List<RexNode> conditions = rules.stream().map(this::condition).toList();
    Map<String, RexNode> columns = new LinkedHashMap<>();
    for (String base : EventTable.BASE) {
      columns.put(base, plan.columns().get(plan.indexOf(base)));
    }
    Set<String> fields = new LinkedHashSet<>();
    rules.forEach(rule -> fields.addAll(rule.fields().keySet()));
    for (String field : fields) {
      columns.put(field, value(field, conditions));
    }
    plan.filter(context.or(conditions));
    plan.project(List.copyOf(columns.values()), List.copyOf(columns.keySet()));
  }

  private RexNode condition(MappingRule rule) {
    return context.and(
        rule.searches().stream()
            .map(search -> EventTerms.condition(search, "<" + rule.name() + ">", context, plan))
            .toList());
  }

  /** The first rule that holds decides, also where it has no such field. */
  private RexNode value(String field, List<RexNode> conditions) {
    Set<@Nullable String> texts = new LinkedHashSet<>();
    rules.forEach(rule -> texts.add(rule.fields().get(field)));
    if (texts.size() == 1) {
      return convert(rules.get(0).fields().get(field), rules.get(0));
    }
    List<RexNode> choice = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      choice.add(conditions.get(i));
      choice.add(convert(rules.get(i).fields().get(field), rules.get(i)));
    }
    choice.add(context.nothing());
    return new ExpressionConverter(context, plan).choice(choice);
  }

  private RexNode convert(@Nullable String text, MappingRule rule) {
    if (text == null) {
      return context.nothing();
    }
    Diagnostics diagnostics = new Diagnostics(map(text, rule));
    RexNode value =
        new ExpressionConverter(context.withDiagnostics(diagnostics), plan)
            .value(expression(text, rule, plan));
    diagnostics.throwIfErrors();
    return value;
  }

  private static Expression expression(String text, MappingRule rule, PlanBuilder plan) {
    return plan.context().parser().parseExpression(map(text, rule));
  }

  private static SearchTerm term(String text, MappingRule rule, PlanBuilder plan) {
    return plan.context().parser().parseSearch(map(text, rule));
  }

  private static SourceMap map(String text, MappingRule rule) {
    return SourceMap.identity(SourceText.of("<" + rule.name() + ">", text));
  }
}
