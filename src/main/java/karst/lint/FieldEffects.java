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
import karst.command.Abstract;
import karst.command.Addinfo;
import karst.command.Analyzefields;
import karst.command.Anomalies;
import karst.command.Anomalousvalue;
import karst.command.Anomalydetection;
import karst.command.Arules;
import karst.command.Associate;
import karst.command.Bin;
import karst.command.Cluster;
import karst.command.Cofilter;
import karst.command.Command;
import karst.command.Concurrency;
import karst.command.Contingency;
import karst.command.Convert;
import karst.command.Dedup;
import karst.command.Diff;
import karst.command.Eval;
import karst.command.Eventcount;
import karst.command.Eventstats;
import karst.command.Fields;
import karst.command.Fieldsummary;
import karst.command.Filldown;
import karst.command.Fillnull;
import karst.command.Gauge;
import karst.command.Geostats;
import karst.command.Head;
import karst.command.Highlight;
import karst.command.Iconify;
import karst.command.Kmeans;
import karst.command.Localize;
import karst.command.Localop;
import karst.command.Lookup;
import karst.command.Makecontinuous;
import karst.command.Makemv;
import karst.command.Makeresults;
import karst.command.Metadata;
import karst.command.Mvexpand;
import karst.command.Nomv;
import karst.command.Noop;
import karst.command.Outlier;
import karst.command.Outputtext;
import karst.command.Predict;
import karst.command.Rangemap;
import karst.command.Rare;
import karst.command.Redistribute;
import karst.command.Regex;
import karst.command.Reltime;
import karst.command.Rename;
import karst.command.Require;
import karst.command.Reverse;
import karst.command.Rex;
import karst.command.Rtorder;
import karst.command.Search;
import karst.command.Setfields;
import karst.command.Sort;
import karst.command.SortKey;
import karst.command.Stats;
import karst.command.Strcat;
import karst.command.Streamstats;
import karst.command.SummaryRows;
import karst.command.Table;
import karst.command.Tags;
import karst.command.Tail;
import karst.command.Tojson;
import karst.command.Top;
import karst.command.Transaction;
import karst.command.Tstats;
import karst.command.Typer;
import karst.command.Where;
import karst.command.Xmlunescape;
import karst.command.Xpath;
import org.jspecify.annotations.Nullable;

/**
 * What the commands do with fields. One that is not here may make any field: so a new command
 * causes no wrong warning before it has a line.
 */
final class FieldEffects {
  // Kept by `fields` although nobody lists them.
  private static final List<String> INTERNAL = List.of("_time", "_raw", "_indextime");

  private static final List<String> INFO =
      List.of("info_min_time", "info_max_time", "info_sid", "info_search_time");

  private static final Map<Class<?>, Function<Command, FieldEffect>> EFFECTS =
      new LinkedHashMap<>();

  static {
    add(Abstract.class, text -> FieldEffect.reads(List.of()));
    add(Addinfo.class, addinfo -> FieldEffect.makes(List.of(), INFO));
    add(Analyzefields.class, StatisticEffects::analyzefields);
    add(Anomalies.class, StatisticEffects::anomalies);
    add(Anomalousvalue.class, StatisticEffects::anomalousvalue);
    add(Anomalydetection.class, StatisticEffects::anomalydetection);
    add(Arules.class, StatisticEffects::arules);
    add(Associate.class, StatisticEffects::associate);
    add(Bin.class, ValueEffects::bin);
    add(Cluster.class, StatisticEffects::cluster);
    add(Cofilter.class, StatisticEffects::cofilter);
    add(Concurrency.class, StatisticEffects::concurrency);
    add(Contingency.class, StatisticEffects::contingency);
    add(Convert.class, FieldEffects::convert);
    add(Dedup.class, FieldEffects::dedup);
    add(Diff.class, SummaryEffects::diff);
    add(Eval.class, FieldEffects::eval);
    add(Eventcount.class, StatisticEffects::eventcount);
    add(Eventstats.class, AggregateEffects::eventstats);
    add(Fields.class, FieldEffects::fields);
    add(Fieldsummary.class, SummaryEffects::fieldsummary);
    add(Filldown.class, fill -> ValueEffects.fill(fill.fields()));
    add(Fillnull.class, fill -> ValueEffects.fill(fill.fields()));
    add(Geostats.class, StatisticEffects::geostats);
    add(Head.class, FieldEffects::head);
    add(Kmeans.class, StatisticEffects::kmeans);
    add(Gauge.class, SummaryEffects::gauge);
    add(Head.class, FieldEffects::head);
    add(Highlight.class, passed -> FieldEffect.reads(List.of()));
    add(Iconify.class, passed -> FieldEffect.reads(List.of()));
    add(Localize.class, SummaryEffects::localize);
    add(Localop.class, passed -> FieldEffect.reads(List.of()));
    add(Lookup.class, ValueEffects::lookup);
    add(Makecontinuous.class, SummaryEffects::makecontinuous);
    add(Makemv.class, makemv -> FieldEffect.reads(uses(List.of(makemv.field()))));
    add(Makeresults.class, ValueEffects::makeresults);
    add(Metadata.class, StatisticEffects::metadata);
    add(Mvexpand.class, expand -> FieldEffect.reads(uses(List.of(expand.field()))));
    add(Nomv.class, nomv -> FieldEffect.reads(uses(List.of(nomv.field()))));
    add(Outlier.class, StatisticEffects::outlier);
    add(Noop.class, passed -> FieldEffect.reads(List.of()));
    add(Outputtext.class, text -> FieldEffect.makes(List.of(), List.of("_xml")));
    add(Predict.class, StatisticEffects::predict);
    add(Rangemap.class, ValueEffects::rangemap);
    add(Rare.class, rare -> AggregateEffects.frequency(rare.frequency()));
    add(Redistribute.class, passed -> FieldEffect.reads(List.of()));
    add(Regex.class, regex -> FieldEffect.reads(uses(List.of(regex.field()))));
    add(Reltime.class, SummaryEffects::reltime);
    add(Rename.class, FieldEffects::rename);
    add(Require.class, passed -> FieldEffect.reads(List.of()));
    add(Reverse.class, reverse -> FieldEffect.reads(List.of()));
    add(Rex.class, ValueEffects::rex);
    add(Rtorder.class, passed -> FieldEffect.reads(List.of()));
    add(Search.class, search -> FieldEffect.reads(uses(SearchTerms.fields(search.term()))));
    add(Setfields.class, ValueEffects::setfields);
    add(Sort.class, sort -> FieldEffect.reads(keys(sort.keys())));
    add(Stats.class, AggregateEffects::stats);
    add(Strcat.class, ValueEffects::strcat);
    add(Streamstats.class, AggregateEffects::streamstats);
    add(SummaryRows.class, StatisticEffects::summaryRows);
    add(Table.class, table -> keep(table.fields(), List.of()));
    add(Tags.class, ValueEffects::tags);
    add(Tail.class, tail -> FieldEffect.reads(List.of()));
    add(Tojson.class, ValueEffects::tojson);
    add(Top.class, top -> AggregateEffects.frequency(top.frequency()));
    add(Transaction.class, AggregateEffects::transaction);
    add(Tstats.class, AggregateEffects::tstats);
    add(Typer.class, typer -> FieldEffect.makes(List.of(), List.of("eventtype")).incomplete());
    add(Where.class, where -> FieldEffect.reads(ExpressionUses.of(where.condition())));
    add(Xmlunescape.class, text -> FieldEffect.reads(List.of()));
    add(Xpath.class, ValueEffects::xpath);
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

  /** A pattern that matches nothing is no mistake by itself. */
  static List<FieldUse> uses(Collection<FieldName> fields) {
    return fields.stream().filter(field -> !field.hasWildcard()).map(FieldUse::of).toList();
  }

  private static List<FieldUse> keys(List<SortKey> keys) {
    return uses(keys.stream().map(SortKey::field).toList());
  }

  static List<String> names(Collection<FieldName> fields) {
    return fields.stream().map(FieldName::name).toList();
  }
}
