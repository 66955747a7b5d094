package karst.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.Eventstats;
import karst.command.Frequency;
import karst.command.Stats;
import karst.command.Streamstats;
import karst.command.Transaction;
import karst.command.Tstats;

/** What the commands that aggregate do with fields. */
final class AggregateEffects {
  private AggregateEffects() {}

  static FieldEffect stats(Stats stats) {
    List<String> after = columns(stats.by(), stats.aggregates());
    FieldEffect effect =
        FieldEffect.replaces(uses(stats.by(), stats.aggregates()), FieldSet.closed(after));
    return hasStar(after) ? effect.then(before -> before.with(after)) : effect;
  }

  static FieldEffect tstats(Tstats tstats) {
    List<String> after = columns(tstats.by(), tstats.aggregates());
    // What it reads is in the index or the model, not in rows before it.
    return FieldEffect.replaces(
        List.of(), new FieldSet(new LinkedHashSet<>(after), hasStar(after) || tstats.prestats()));
  }

  static FieldEffect eventstats(Eventstats eventstats) {
    List<String> made = columns(List.of(), eventstats.aggregates());
    FieldEffect effect = FieldEffect.makes(uses(eventstats.by(), eventstats.aggregates()), made);
    return hasStar(made) ? effect.then(before -> before.with(made).opened()) : effect;
  }

  static FieldEffect streamstats(Streamstats streamstats) {
    List<String> made = columns(List.of(), streamstats.aggregates());
    // What resets it may read more.
    return FieldEffect.makes(uses(streamstats.by(), streamstats.aggregates()), made)
        .incomplete()
        .then(before -> hasStar(made) ? before.with(made).opened() : before.with(made));
  }

  static FieldEffect frequency(Frequency frequency) {
    List<String> after = new ArrayList<>(FieldEffects.names(frequency.by()));
    after.addAll(FieldEffects.names(frequency.fields()));
    after.add(frequency.countField());
    after.add(frequency.percentField());
    List<FieldUse> uses = new ArrayList<>(FieldEffects.uses(frequency.by()));
    uses.addAll(FieldEffects.uses(frequency.fields()));
    return FieldEffect.replaces(uses, FieldSet.closed(after));
  }

  /** All fields come along, as lists. */
  static FieldEffect transaction(Transaction transaction) {
    return FieldEffect.makes(
            FieldEffects.uses(transaction.fields()),
            List.of("duration", "eventcount", "closed_txn", "field_match_sum", "linecount"))
        .incomplete();
  }

  private static List<String> columns(List<FieldName> by, List<AggregateCall> aggregates) {
    List<String> columns = new ArrayList<>(FieldEffects.names(by));
    aggregates.forEach(call -> columns.add(call.name()));
    return columns;
  }

  private static boolean hasStar(List<String> names) {
    return names.stream().anyMatch(name -> name.indexOf('*') >= 0);
  }

  static List<FieldUse> uses(List<FieldName> by, List<AggregateCall> aggregates) {
    List<FieldUse> uses = new ArrayList<>(FieldEffects.uses(by));
    for (AggregateCall call : aggregates) {
      if (call.expression() != null) {
        uses.addAll(ExpressionUses.of(call.expression()));
      } else if (call.field() != null) {
        uses.addAll(FieldEffects.uses(List.of(call.field())));
      }
    }
    return uses;
  }
}
