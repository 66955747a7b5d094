package karst.oracle;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.CommandTable;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.command.Accum;
import karst.command.Addcoltotals;
import karst.command.Addinfo;
import karst.command.Addtotals;
import karst.command.Analyzefields;
import karst.command.Anomalies;
import karst.command.Anomalousvalue;
import karst.command.Anomalydetection;
import karst.command.Arules;
import karst.command.Associate;
import karst.command.Autoregress;
import karst.command.Bin;
import karst.command.Chart;
import karst.command.Cluster;
import karst.command.Cofilter;
import karst.command.Command;
import karst.command.CommandTemplate;
import karst.command.Concurrency;
import karst.command.Contingency;
import karst.command.Convert;
import karst.command.Correlate;
import karst.command.Datamodel;
import karst.command.Dedup;
import karst.command.Delta;
import karst.command.Eval;
import karst.command.Eventcount;
import karst.command.Eventstats;
import karst.command.Fieldformat;
import karst.command.Fields;
import karst.command.Filldown;
import karst.command.Fillnull;
import karst.command.Foreach;
import karst.command.From;
import karst.command.Fromjson;
import karst.command.Gentimes;
import karst.command.Geostats;
import karst.command.Head;
import karst.command.Inputcsv;
import karst.command.Inputlookup;
import karst.command.Iplocation;
import karst.command.Kmeans;
import karst.command.Lookup;
import karst.command.Makemv;
import karst.command.Makeresults;
import karst.command.Metadata;
import karst.command.Mvcombine;
import karst.command.Mvexpand;
import karst.command.Nomv;
import karst.command.Outlier;
import karst.command.Rangemap;
import karst.command.Rare;
import karst.command.Regex;
import karst.command.Rename;
import karst.command.Replace;
import karst.command.Reverse;
import karst.command.Rex;
import karst.command.Search;
import karst.command.Sort;
import karst.command.Spath;
import karst.command.Stats;
import karst.command.Strcat;
import karst.command.Streamstats;
import karst.command.SummaryRows;
import karst.command.Table;
import karst.command.Tail;
import karst.command.Timechart;
import karst.command.Tojson;
import karst.command.Top;
import karst.command.Transaction;
import karst.command.Transpose;
import karst.command.Trendline;
import karst.command.Tstats;
import karst.command.Uniq;
import karst.command.Untable;
import karst.command.Where;
import karst.command.Xyseries;
import karst.lookup.LookupDefinition;
import karst.macro.MacroExpander;
import karst.macro.MacroLibrary;
import karst.macro.MacroValue;
import karst.model.DataModels;
import karst.parse.Parser;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.type.TimeSpan;

/**
 * Runs a search the plain way: command after command, row after row, a clause for each command.
 * What it answers is what the rules of the language say; what the engine answers must be the same.
 */
final class ReferenceInterpreter {
  private final CommandTable commands;
  private final MacroLibrary macros;
  private final Expressions expressions;
  private final SearchTerms searches;
  private final Sources sources;
  private final Combinations combinations = new Combinations(this);
  private final List<LookupDefinition> lookups;

  /** The search that is run, which commands read again. */
  private SourceMap text = SourceMap.identity(SourceText.of("<query>", ""));

  /**
   * Creates an interpreter.
   *
   * @param commands how commands are written
   * @param tables the rows of tables by name
   * @param lookups the definitions of lookups over them
   * @param now when searches start, in seconds since the epoch
   */
  ReferenceInterpreter(
      CommandTable commands,
      MacroLibrary macros,
      DataModels models,
      Map<String, Rows> tables,
      List<LookupDefinition> lookups,
      double now,
      ZoneId zone) {
    this.commands = commands;
    this.macros = macros;
    this.expressions = new Expressions(now, zone, this::subsearchText);
    this.searches = new SearchTerms(now, zone, this::subsearchText);
    this.sources = new Sources(tables, models, expressions, searches);
    this.lookups = List.copyOf(lookups);
  }

  /** Returns the rows of a search. */
  Rows run(String spl) {
    return run(spl, Rows.none());
  }

  private Rows run(String spl, Rows start) {
    SourceMap outer = text;
    text = new MacroExpander(macros, this::macroValue).expand(SourceText.of("<query>", spl));
    Rows rows = run(Parser.parsePipeline(text, commands), start);
    text = outer;
    return rows;
  }

  /** Returns what the commands of a pipeline make of some rows. */
  Rows run(Pipeline pipeline, Rows start) {
    Rows rows = start;
    for (Command command : bound(pipeline)) {
      rows = run(command, rows);
    }
    return rows;
  }

  /** §2.10: the rows of a subsearch as the text that takes its place. */
  private String subsearchText(Pipeline pipeline) {
    Rows rows = run(pipeline, Rows.none());
    List<Map<String, Object>> counted = rows.all().stream().limit(10_000).toList();
    boolean piece =
        counted.size() == 1
            && rows.columns().stream()
                .filter(column -> !FieldNames.isInternal(column))
                .allMatch("search"::equals);
    if (piece && counted.get(0).get("search") instanceof String search) {
      // What `return` gives is a piece of a search as it is.
      return search.strip();
    }
    return RowTexts.format(rows.with(counted), RowTexts.STANDARD, "OR", "NOT ( )");
  }

  private List<Command> bound(Pipeline pipeline) {
    Diagnostics diagnostics = new Diagnostics(text);
    List<Command> bound = new ArrayList<>();
    for (RawCommand raw : pipeline.commands()) {
      var syntax = commands.find(raw.name());
      if (syntax == null) {
        throw new UnsupportedOperationException(raw.name());
      }
      CommandTemplate template = CommandTemplate.of(raw, syntax, text);
      bound.add(template == null ? syntax.bind(raw, diagnostics) : template);
    }
    diagnostics.throwIfErrors();
    return bound;
  }

  /** A macro's expression sees the macro's arguments as fields (§1.5). */
  private MacroValue macroValue(SourceMap expression, Map<String, String> arguments) {
    Object value = expressions.evaluate(Parser.parseExpression(expression), Map.copyOf(arguments));
    return value instanceof Boolean truth
        ? new MacroValue.Truth(truth)
        : new MacroValue.Text(Values.text(value));
  }

  private Rows run(Command command, Rows rows) {
    Rows combined = combinations.run(command, rows);
    if (combined == null) {
      combined = RowTexts.run(command, rows);
    }
    if (combined == null) {
      combined = EventCommands.run(command, rows);
    }
    if (combined == null) {
      combined = SummaryCommands.run(command, rows, expressions.now, expressions.zone);
    }
    if (combined == null) {
      combined = EventTypeCommands.run(command, rows, searches);
    }
    if (combined == null) {
      combined = TimeCommands.run(command, rows, expressions.now, expressions.zone);
    }
    if (combined == null) {
      combined = DisplayCommands.run(command, rows);
    }
    if (combined != null) {
      return combined;
    }
    if (command instanceof CommandTemplate template) {
      return template(template, rows);
    } else if (command instanceof From from) {
      return from(from.source());
    } else if (command instanceof Datamodel datamodel) {
      return datamodel.prefixed()
          ? sources.modelPrefixed(datamodel.name())
          : sources.unprefixed(datamodel.name());
    } else if (command instanceof Inputcsv inputcsv) {
      Rows read = inputlookup(inputcsv.rows());
      return inputcsv.rows().append() ? Combinations.append(rows, read) : read;
    } else if (command instanceof Inputlookup inputlookup) {
      Rows read = inputlookup(inputlookup);
      return inputlookup.append() ? Combinations.append(rows, read) : read;
    } else if (command instanceof Tstats tstats) {
      Rows read = tstats(tstats);
      return tstats.append() ? Combinations.append(rows, read) : read;
    } else if (command instanceof Search search) {
      return rows.with(
          rows.all().stream().filter(row -> searches.holds(search.term(), row)).toList());
    } else if (command instanceof Where where) {
      return rows.with(
          rows.all().stream().filter(row -> expressions.isTrue(where.condition(), row)).toList());
    } else if (command instanceof Eval eval) {
      return eval(eval, rows);
    } else if (command instanceof Stats stats) {
      return new Grouping(expressions, stats.by(), stats.allNumbers(), stats.dedupSplitValues())
          .aggregate(rows, stats.aggregates());
    } else if (command instanceof Eventstats eventstats) {
      return new WindowCommands(expressions).eventstats(eventstats, rows);
    } else if (command instanceof Streamstats streamstats) {
      return new WindowCommands(expressions).streamstats(streamstats, rows);
    } else if (command instanceof Bin bin) {
      return new BinCommand(expressions).apply(bin, rows);
    } else if (command instanceof Top top) {
      return FrequencyCommands.apply(top.frequency(), true, rows, expressions);
    } else if (command instanceof Rare rare) {
      return FrequencyCommands.apply(rare.frequency(), false, rows, expressions);
    } else if (command instanceof Chart chart) {
      return ChartCommands.chart(chart, rows, expressions);
    } else if (command instanceof Timechart timechart) {
      return ChartCommands.timechart(timechart, rows, expressions);
    } else if (command instanceof Transaction transaction) {
      return new TransactionCommand(transaction, expressions, searches).apply(rows);
    } else if (command instanceof Accum accum) {
      return SeriesCommands.accum(accum, rows);
    } else if (command instanceof Autoregress autoregress) {
      return SeriesCommands.autoregress(autoregress, rows);
    } else if (command instanceof Delta delta) {
      return SeriesCommands.delta(delta, rows);
    } else if (command instanceof Trendline trendline) {
      return SeriesCommands.trendline(trendline, rows);
    } else if (command instanceof Addtotals addtotals) {
      return TableCommands.addtotals(addtotals, rows);
    } else if (command instanceof Addcoltotals addcoltotals) {
      return TableCommands.addcoltotals(addcoltotals.totals(), rows);
    } else if (command instanceof Transpose transpose) {
      return TableCommands.transpose(transpose, rows);
    } else if (command instanceof Untable untable) {
      return TableCommands.untable(untable, rows);
    } else if (command instanceof Xyseries xyseries) {
      return TableCommands.xyseries(xyseries, rows);
    } else if (command instanceof Sort sort) {
      return OrderCommands.sort(sort, rows);
    } else if (command instanceof Head head) {
      return OrderCommands.head(head, rows, expressions);
    } else if (command instanceof Dedup dedup) {
      return OrderCommands.dedup(dedup, rows);
    } else if (command instanceof Fields fields) {
      return FieldCommands.fields(fields, rows);
    } else if (command instanceof Table table) {
      return FieldCommands.table(table, rows);
    } else if (command instanceof Rename rename) {
      return FieldCommands.rename(rename, rows);
    } else if (command instanceof Fillnull fillnull) {
      return FieldCommands.fillnull(fillnull, rows);
    } else if (command instanceof Convert convert) {
      return new Conversions(convert, expressions.now, expressions.zone).apply(rows);
    } else if (command instanceof Rex rex) {
      return TextCommands.rex(rex, rows);
    } else if (command instanceof Regex regex) {
      return TextCommands.regex(regex, rows);
    } else if (command instanceof Makemv makemv) {
      return ValueCommands.makemv(makemv, rows);
    } else if (command instanceof Nomv nomv) {
      return ValueCommands.nomv(nomv, rows);
    } else if (command instanceof Mvexpand mvexpand) {
      return ValueCommands.mvexpand(mvexpand, rows);
    } else if (command instanceof Replace replace) {
      return ValueCommands.replace(replace, rows);
    } else if (command instanceof Strcat strcat) {
      return ValueCommands.strcat(strcat, rows);
    } else if (command instanceof Rangemap rangemap) {
      return ValueCommands.rangemap(rangemap, rows);
    } else if (command instanceof Outlier outlier) {
      return StatisticCommands.outlier(outlier, rows);
    } else if (command instanceof Concurrency concurrency) {
      return StatisticCommands.concurrency(concurrency, rows);
    } else if (command instanceof Contingency contingency) {
      return StatisticCommands.contingency(contingency, rows);
    } else if (command instanceof Cluster cluster) {
      return ClusterCommands.cluster(cluster, rows);
    } else if (command instanceof Anomalousvalue anomalousvalue) {
      return AnomalyCommands.anomalousvalue(anomalousvalue, rows);
    } else if (command instanceof Anomalydetection anomalydetection) {
      return AnomalyCommands.anomalydetection(anomalydetection, rows);
    } else if (command instanceof Anomalies anomalies) {
      return AnomalyCommands.anomalies(anomalies, rows);
    } else if (command instanceof Associate associate) {
      return RelationCommands.associate(associate, rows);
    } else if (command instanceof Correlate) {
      return RelationCommands.correlate(rows);
    } else if (command instanceof Analyzefields analyzefields) {
      return RelationCommands.analyzefields(analyzefields, rows);
    } else if (command instanceof Arules arules) {
      return RelationCommands.arules(arules, rows);
    } else if (command instanceof Cofilter cofilter) {
      return RelationCommands.cofilter(cofilter, rows);
    } else if (command instanceof Kmeans kmeans) {
      return ClusterCommands.kmeans(kmeans, rows);
    } else if (command instanceof Geostats geostats) {
      return GeostatsCommand.apply(geostats, rows, expressions);
    } else if (command instanceof SummaryRows summary) {
      return StatisticCommands.summaryRows(summary, rows);
    } else if (command instanceof Eventcount eventcount) {
      return StatisticCommands.eventcount(eventcount, sources.bound("index"));
    } else if (command instanceof Metadata metadata) {
      return StatisticCommands.metadata(metadata, sources.bound(metadata.type().field()));
    } else if (command instanceof Fieldformat) {
      return rows;
    } else if (command instanceof Lookup lookup) {
      return lookup(lookup, rows);
    } else if (command instanceof Reverse) {
      return RowCommands.reversed(rows, Long.MAX_VALUE);
    } else if (command instanceof Tail tail) {
      return RowCommands.reversed(rows, tail.count());
    } else if (command instanceof Uniq) {
      return RowCommands.uniq(rows);
    } else if (command instanceof Filldown filldown) {
      return RowCommands.filldown(filldown, rows);
    } else if (command instanceof Mvcombine mvcombine) {
      return RowCommands.mvcombine(mvcombine, rows);
    } else if (command instanceof Spath spath) {
      return JsonCommands.spath(spath, rows);
    } else if (command instanceof Fromjson fromjson) {
      return JsonCommands.fromjson(fromjson, rows);
    } else if (command instanceof Tojson tojson) {
      return JsonCommands.tojson(tojson, rows);
    } else if (command instanceof Makeresults makeresults) {
      return Generators.makeresults(makeresults, expressions);
    } else if (command instanceof Gentimes gentimes) {
      return Generators.gentimes(gentimes, expressions);
    } else if (command instanceof Addinfo) {
      return Generators.addinfo(rows, expressions);
    } else if (command instanceof Spath spath) {
      return JsonCommands.spath(spath, rows);
    } else if (command instanceof Fromjson fromjson) {
      return JsonCommands.fromjson(fromjson, rows);
    } else if (command instanceof Tojson tojson) {
      return JsonCommands.tojson(tojson, rows);
    } else if (command instanceof Makeresults makeresults) {
      return Generators.makeresults(makeresults, expressions);
    } else if (command instanceof Gentimes gentimes) {
      return Generators.gentimes(gentimes, expressions);
    } else if (command instanceof Addinfo) {
      return Generators.addinfo(rows, expressions);
    } else if (command instanceof Foreach foreach) {
      return foreach(foreach, rows);
    } else if (command instanceof Iplocation iplocation) {
      return Generators.iplocation(iplocation, rows);
    }
    throw new UnsupportedOperationException(command.toSpl());
  }

  /** §2.10: text whose subsearches give way to the text of their results. */
  private Rows template(CommandTemplate command, Rows rows) {
    StringBuilder spl = new StringBuilder("| ").append(command.texts().get(0));
    for (int i = 0; i < command.subsearches().size(); i++) {
      spl.append(subsearchText(command.subsearches().get(i))).append(command.texts().get(i + 1));
    }
    return run(spl.toString(), rows);
  }

  /** §6.1 from. */
  Rows from(From.Source source) {
    if (source instanceof From.Source.Dataset dataset) {
      return sources.unprefixed(dataset.name());
    }
    return source instanceof From.Source.Lookup lookup
        ? sources.table(lookup.name().name())
        : sources.table(((From.Source.Table) source).name().name());
  }

  /** §6.1 inputlookup: of the rows that WHERE chooses, a part; what is missing has none. */
  private Rows inputlookup(Inputlookup command) {
    if (!sources.has(definition(command.table().name()).file())) {
      return Rows.none();
    }
    Rows rows = lookupRows(definition(command.table().name()));
    return rows.with(
        rows.all().stream()
            .filter(row -> searches.holds(command.where(), row))
            .skip(command.start())
            .limit(command.max())
            .toList());
  }

  /** §6.1 lookup: a file by itself matches exactly. */
  private Rows lookup(Lookup command, Rows rows) {
    LookupDefinition definition = definition(command.table().name());
    return new Lookups(command, definition, lookupRows(definition), expressions).apply(rows);
  }

  private LookupDefinition definition(String name) {
    return lookups.stream()
        .filter(lookup -> lookup.name().equals(name))
        .findFirst()
        .orElse(LookupDefinition.ofFile(name));
  }

  /** A collection that nothing was written to has its fields. */
  private Rows lookupRows(LookupDefinition definition) {
    return definition.collection() && !sources.has(definition.file())
        ? new Rows(new LinkedHashSet<>(definition.fields()), List.of())
        : sources.table(definition.file());
  }

  /** §3.5: from left to right, each seeing what those before it set; null removes the field. */
  private Rows eval(Eval command, Rows rows) {
    Rows result = rows;
    for (Argument.Assignment assignment : command.assignments()) {
      Set<String> columns = new LinkedHashSet<>(result.columns());
      List<Map<String, Object>> changed = new ArrayList<>();
      for (Map<String, Object> row : result.all()) {
        String target = FieldNames.filledIn(assignment.target().name(), row);
        Map<String, Object> copy = new LinkedHashMap<>(row);
        if (target != null) {
          columns.add(target);
          Values.set(copy, target, expressions.assigned(assignment.expression(), row));
        }
        changed.add(copy);
      }
      if (!FieldNames.isComputed(assignment.target().name())) {
        columns.add(assignment.target().name());
      }
      result = new Rows(columns, changed);
    }
    return result;
  }

  /**
   * §5: chosen events, with times cut to the span and a text for keys that are null, as stats
   * groups them.
   */
  private Rows tstats(Tstats command) {
    if (command.from() == null) {
      throw new UnsupportedOperationException(command.toSpl());
    }
    Rows events = sources.prefixed(command.from());
    List<Map<String, Object>> chosen =
        events.all().stream().filter(row -> searches.holds(command.where(), row)).toList();
    // The keys are columns of their own, so that aggregations see fields as they were.
    List<FieldName> keys =
        command.by().stream().map(f -> new FieldName("by " + f.name(), f.span())).toList();
    Rows keyed =
        events
            .with(chosen)
            .map(
                events.columns(),
                row -> {
                  command.by().forEach(field -> setKey(command, field.name(), row));
                  return row;
                });
    if (command.prestats()) {
      return prestats(command, keys, keyed);
    }
    Rows groups =
        new Grouping(expressions, keys, false, false).aggregate(keyed, command.aggregates());
    return groups.map(
        new LinkedHashSet<>(
            groups.columns().stream().map(ReferenceInterpreter::withoutBy).toList()),
        row -> {
          Map<String, Object> renamed = new LinkedHashMap<>();
          row.forEach((field, value) -> renamed.put(withoutBy(field), value));
          return renamed;
        });
  }

  /** §4.5: what is aggregated later, a row for each combination of the keys' values. */
  private static Rows prestats(Tstats command, List<FieldName> keys, Rows keyed) {
    List<Map<String, Object>> rows = keyed.all();
    for (FieldName key : keys) {
      List<Map<String, Object>> spread = new ArrayList<>();
      for (Map<String, Object> row : rows) {
        for (String text : Values.texts(row.get(key.name()))) {
          Map<String, Object> single = new LinkedHashMap<>(row);
          single.put(key.name(), text);
          spread.add(single);
        }
      }
      rows = spread;
    }
    Set<String> columns = new LinkedHashSet<>();
    command.by().forEach(field -> columns.add(field.name()));
    List<String> arguments = new ArrayList<>();
    for (var call : command.aggregates()) {
      if (call.field() != null
          && keyed.columns().contains(call.field().name())
          && columns.add(call.field().name())) {
        arguments.add(call.field().name());
      }
    }
    boolean counted = columns.isEmpty();
    if (counted) {
      columns.add("_count");
    }
    return new Rows(columns, rows)
        .map(
            columns,
            row -> {
              Map<String, Object> result = new LinkedHashMap<>();
              keys.forEach(key -> Values.set(result, withoutBy(key.name()), row.get(key.name())));
              arguments.forEach(name -> Values.set(result, name, row.get(name)));
              if (counted) {
                result.put("_count", "1");
              }
              return result;
            });
  }

  private void setKey(Tstats command, String field, Map<String, Object> row) {
    Object value = row.get(field);
    Double time = Values.number(value);
    if (field.equals("_time")) {
      String span = command.timeSpan() == null ? Tstats.DEFAULT_SPAN : command.timeSpan();
      value = time == null ? null : TimeSpan.parse(span).floor(time, expressions.zone);
    } else if (value == null) {
      value = command.fillNullValue();
    }
    Values.set(row, "by " + field, value);
  }

  private static String withoutBy(String column) {
    return column.startsWith("by ") ? column.substring("by ".length()) : column;
  }

  /** §6.1 foreach: the template is text, which is run for each field, or in each row for values. */
  private Rows foreach(Foreach command, Rows rows) {
    Rows result = rows;
    if (command.mode() == Foreach.Mode.MULTIFIELD) {
      for (ForeachTemplate template : ForeachTemplate.ofFields(command, rows.columns())) {
        result = run(template.commands(), result);
      }
      return result;
    }
    List<Map<String, Object>> all = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    for (Map<String, Object> row : rows.all()) {
      Rows one = rows.with(List.of(row));
      for (ForeachTemplate template : ForeachTemplate.ofValues(command, row)) {
        one = run(template.commands(), one);
      }
      columns.addAll(one.columns());
      all.addAll(one.all());
    }
    return new Rows(columns, all);
  }
}
