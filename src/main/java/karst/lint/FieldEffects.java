package karst.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.Command;
import karst.command.Convert;
import karst.command.Dedup;
import karst.command.Eval;
import karst.command.Fields;
import karst.command.Fillnull;
import karst.command.Head;
import karst.command.Rename;
import karst.command.Search;
import karst.command.Sort;
import karst.command.SortKey;
import karst.command.Stats;
import karst.command.Table;
import karst.command.Tstats;
import karst.command.Where;
import org.jspecify.annotations.Nullable;

/**
 * What the commands do with fields. One that is not here may make any field: so a new command
 * causes no wrong warning before it has a line.
 */
final class FieldEffects {
  // Kept by `fields` although nobody lists them.
  private static final List<String> INTERNAL = List.of("_time", "_raw", "_indextime");

  private static final Map<Class<?>, Function<Command, FieldEffect>> EFFECTS =
      new LinkedHashMap<>();

  static {
    add(Convert.class, FieldEffects::convert);
    add(Dedup.class, FieldEffects::dedup);
    add(Eval.class, FieldEffects::eval);
    add(Fields.class, FieldEffects::fields);
    add(Fillnull.class, fill -> FieldEffect.makes(List.of(), names(fill.fields())));
    add(Head.class, FieldEffects::head);
    add(Rename.class, FieldEffects::rename);
    add(Search.class, search -> FieldEffect.reads(uses(SearchTerms.fields(search.term()))));
    add(Sort.class, sort -> FieldEffect.reads(keys(sort.keys())));
    add(Stats.class, FieldEffects::stats);
    add(Table.class, table -> keep(table.fields(), List.of()));
    add(Tstats.class, FieldEffects::tstats);
    add(Where.class, where -> FieldEffect.reads(ExpressionUses.of(where.condition())));
  }

  private FieldEffects() {}

  private static <C extends Command> void add(Class<C> type, Function<C, FieldEffect> effect) {
    EFFECTS.put(type, command -> effect.apply(type.cast(command)));
  }

  /** Returns the effect of a command; null stands for one that could not be bound. */
  static FieldEffect of(@Nullable Command command) {
    Function<Command, FieldEffect> effect =
        command == null ? null : EFFECTS.get(command.getClass());
    return effect == null || command == null ? FieldEffect.unknown() : effect.apply(command);
  }

  private static FieldEffect convert(Convert convert) {
    List<FieldUse> uses = new ArrayList<>();
    Set<String> makes = new LinkedHashSet<>();
    for (Convert.Conversion conversion : convert.conversions()) {
      uses.addAll(uses(List.of(conversion.field())));
      makes.add((conversion.name() == null ? conversion.field() : conversion.name()).name());
    }
    return FieldEffect.makes(uses, makes);
  }

  private static FieldEffect dedup(Dedup dedup) {
    List<FieldUse> uses = new ArrayList<>(uses(dedup.fields()));
    uses.addAll(keys(dedup.sortBy()));
    return FieldEffect.reads(uses);
  }

  private static FieldEffect head(Head head) {
    return FieldEffect.reads(
        head.condition() == null ? List.of() : ExpressionUses.of(head.condition()));
  }

  private static FieldEffect eval(Eval eval) {
    List<FieldUse> uses = new ArrayList<>();
    Set<String> makes = new LinkedHashSet<>();
    for (Argument.Assignment assignment : eval.assignments()) {
      ExpressionUses.of(assignment.expression()).stream()
          .filter(use -> !makes.contains(use.field().name()))
          .forEach(uses::add);
      makes.add(assignment.target().name());
    }
    FieldEffect effect = FieldEffect.makes(uses, makes);
    // The value of another field is part of the name.
    boolean dynamic = makes.stream().anyMatch(name -> name.indexOf('{') >= 0);
    return dynamic ? effect.then(before -> before.with(makes).opened()) : effect;
  }

  private static FieldEffect fields(Fields fields) {
    if (fields.mode() == Fields.Mode.KEEP) {
      return keep(fields.fields(), INTERNAL);
    }
    return new FieldEffect(
        List.of(),
        Set.of(),
        false,
        true,
        before -> {
          FieldSet left = before;
          for (FieldName field : fields.fields()) {
            left = left.without(StarName.of(field.name()));
          }
          return left;
        });
  }

  private static FieldEffect keep(List<FieldName> kept, List<String> internal) {
    List<String> plain = new ArrayList<>(names(kept));
    plain.removeIf(name -> name.indexOf('*') >= 0);
    boolean stars = plain.size() < kept.size();
    List<FieldUse> uses = new ArrayList<>(uses(kept));
    return new FieldEffect(
        uses,
        Set.copyOf(plain),
        true,
        !stars,
        before -> {
          Set<String> left = new LinkedHashSet<>(plain);
          internal.stream().filter(before::mayHave).forEach(left::add);
          kept.forEach(field -> left.addAll(before.matching(StarName.of(field.name()))));
          return new FieldSet(left, stars && before.open());
        });
  }

  private static FieldEffect rename(Rename rename) {
    List<FieldUse> uses = new ArrayList<>();
    Set<String> makes = new LinkedHashSet<>();
    for (Rename.Pair pair : rename.pairs()) {
      uses.addAll(uses(List.of(pair.field())));
      makes.add(pair.name().name());
    }
    return FieldEffect.makes(uses, makes)
        .then(
            before -> {
              FieldSet after = before;
              for (Rename.Pair pair : rename.pairs()) {
                StarName pattern = StarName.of(pair.field().name());
                String target = pair.name().name();
                after = after.renamed(name -> pattern.rename(name, target));
                after = target.indexOf('*') < 0 ? after.with(List.of(target)) : after;
              }
              return after;
            });
  }

  private static FieldEffect stats(Stats stats) {
    List<FieldUse> uses = new ArrayList<>(uses(stats.by()));
    stats.aggregates().forEach(call -> uses.addAll(uses(call)));
    List<String> after = new ArrayList<>(names(stats.by()));
    stats.aggregates().forEach(call -> after.add(call.name()));
    FieldEffect effect = FieldEffect.replaces(uses, FieldSet.closed(after));
    boolean stars = after.stream().anyMatch(name -> name.indexOf('*') >= 0);
    return stars ? effect.then(before -> before.with(after)) : effect;
  }

  private static FieldEffect tstats(Tstats tstats) {
    List<String> after = new ArrayList<>(names(tstats.by()));
    tstats.aggregates().forEach(call -> after.add(call.name()));
    boolean stars = after.stream().anyMatch(name -> name.indexOf('*') >= 0);
    // What it reads is in the index or the model, not in rows before it.
    return FieldEffect.replaces(
        List.of(), new FieldSet(new LinkedHashSet<>(after), stars || tstats.prestats()));
  }

  private static List<FieldUse> uses(AggregateCall call) {
    if (call.expression() != null) {
      return ExpressionUses.of(call.expression());
    }
    return call.field() == null ? List.of() : uses(List.of(call.field()));
  }

  /** A pattern that matches nothing is no mistake by itself. */
  private static List<FieldUse> uses(Collection<FieldName> fields) {
    return fields.stream().filter(field -> !field.hasWildcard()).map(FieldUse::of).toList();
  }

  private static List<FieldUse> keys(List<SortKey> keys) {
    return uses(keys.stream().map(SortKey::field).toList());
  }

  private static List<String> names(Collection<FieldName> fields) {
    return fields.stream().map(FieldName::name).toList();
  }
}
