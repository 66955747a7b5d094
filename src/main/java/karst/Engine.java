package karst;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;
import karst.exec.Limits;
import karst.exec.RunContext;
import karst.function.AggregateFunctionTable;
import karst.function.ScalarFunctionTable;
import karst.macro.MacroLibrary;
import karst.model.DataModels;
import karst.optimize.Optimizer;
import karst.plan.FieldDemand;
import karst.plan.PlanCluster;
import karst.plan.PlanContext;
import karst.plan.PlanRewrite;
import karst.plan.SearchStart;
import karst.plan.Stages;
import karst.plan.TableCatalog;
import karst.plan.TimeRange;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.SplException;
import karst.table.Table;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/**
 * Prepares searches over some tables.
 *
 * <pre>{@code
 * Engine engine =
 *     Engine.builder()
 *         .table(Tables.csv("Endpoint.Processes", Path.of("processes.csv")))
 *         .build();
 * Query query = engine.prepare("| tstats count from datamodel=Endpoint.Processes by Processes.dest");
 * try (Result result = query.run()) {
 *   for (Row row : result) {
 *     System.out.println(row.text("Processes.dest") + " " + row.number("count"));
 *   }
 * }
 * }</pre>
 *
 * <p>An engine is immutable and may be used by several threads at once. A text that it compiled
 * lately it need not compile again.
 */
public final class Engine {
  private final CommandTable commands;
  private final ScalarFunctionTable functions;
  private final AggregateFunctionTable aggregates;
  private final Catalog catalog;
  private final MacroLibrary macros;
  private final DataModels models;
  private final Clock clock;
  private final ZoneId zone;
  private final Limits limits;
  private final TimeRange range;
  private final Optimizer optimizer;
  private final PlanCache plans = new PlanCache();
  private final PlanRewrite rewrite;

  Engine(EngineBuilder builder) {
    this.catalog =
        new Catalog(
            this,
            builder.tables,
            builder.definitions,
            builder.extensions.lookupsByName(),
            builder.lookups,
            builder.openEvents(),
            builder.mappings,
            builder.locations,
            Summaries.of(builder));
    this.commands = builder.extensions.commandTable();
    this.functions = builder.extensions.functionTable();
    this.aggregates = builder.extensions.aggregationTable();
    this.macros = builder.macros;
    this.models = builder.models;
    this.clock = builder.clock;
    this.zone = builder.zone;
    this.limits = builder.limits;
    this.range = builder.range;
    this.optimizer = builder.optimizer;
    this.rewrite = builder.rewrite;
  }

  /** Starts an engine: no tables, the shipped macros and data models, UTC, default limits. */
  public static EngineBuilder builder() {
    return new EngineBuilder();
  }

  /**
   * Compiles a search.
   *
   * @throws karst.source.SplException if it is wrong; the diagnostics say where and why
   */
  public Query prepare(String spl) {
    return prepare(SourceText.of("<query>", spl));
  }

  /**
   * Compiles a search from a named text, such as a file.
   *
   * @throws karst.source.SplException if it is wrong; the diagnostics say where and why
   */
  public Query prepare(SourceText spl) {
    Compilation known = plans.find(spl);
    if (known != null) {
      return new Query(this, known);
    }
    Query query = prepare(SourceMap.identity(spl));
    plans.add(spl, query.compilation());
    return query;
  }

  /**
   * Compiles a search that stands in another text, such as a detection's file; diagnostics lead to
   * that text. It is compiled each time.
   *
   * @throws karst.source.SplException if it is wrong; the diagnostics say where and why
   */
  public Query prepare(SourceMap spl) {
    try {
      return new Query(this, new Compiler(this).compile(spl));
    } catch (StackOverflowError e) {
      // Thousands of commands on top of one another: planning goes down all of them.
      throw new SplException(
          Diagnostic.error(DiagnosticCode.TOO_DEEP, "the search is nested too deeply"), e);
    }
  }

  /**
   * Compiles searches that run together. One that is wrong does not stop the others: its result
   * says what is wrong.
   *
   * <pre>{@code
   * try (BatchResult results = engine.prepareAll(List.of(first, second)).run()) {
   *   for (Result result : results) {
   *     try {
   *       result.forEach(row -> System.out.println(row.text("count")));
   *     } catch (SplException fault) {
   *       System.err.print(fault.render());
   *     }
   *   }
   * }
   * }</pre>
   */
  public QueryBatch prepareAll(List<String> searches) {
    return QueryBatch.of(
        this, searches.stream().map(spl -> (Supplier<Query>) () -> prepare(spl)).toList());
  }

  /** Puts together searches of this engine that are compiled already. */
  public QueryBatch batch(List<Query> queries) {
    return QueryBatch.of(
        this, queries.stream().map(query -> (Supplier<Query>) () -> query).toList());
  }

  /**
   * Returns what is suspicious about a search though it may run, such as grouping by a field that
   * no command makes. No table is looked at; what is not supported is passed over.
   *
   * @throws karst.source.SplException if the text cannot be expanded or parsed
   */
  public List<Diagnostic> lint(SourceMap spl) {
    return new Compiler(this).lint(spl);
  }

  /** Returns the commands that searches may use. */
  public CommandTable commands() {
    return commands;
  }

  /** Returns the eval functions that searches may use. */
  public ScalarFunctionTable functions() {
    return functions;
  }

  /** Returns the aggregations that searches may use. */
  public AggregateFunctionTable aggregates() {
    return aggregates;
  }

  /** Returns the macros that searches may use. */
  public MacroLibrary macros() {
    return macros;
  }

  /** Returns the names of the tables and lookups that searches may read, in order. */
  public SortedSet<String> tables() {
    return catalog.names();
  }

  /** Returns the data models that searches may use. */
  public DataModels models() {
    return models;
  }

  /** Returns what one compilation plans with. */
  PlanContext planContext(Diagnostics diagnostics, Stages stages) {
    return planContext(diagnostics, stages, new SearchStart(now()), catalog);
  }

  /**
   * Returns what one compilation plans with.
   *
   * @param start the search's start
   * @param tables this engine's tables
   */
  PlanContext planContext(
      Diagnostics diagnostics, Stages stages, SearchStart start, TableCatalog tables) {
    WarmUp.await();
    return new PlanContext(
        PlanCluster.create(),
        diagnostics,
        functions(),
        aggregates(),
        tables,
        models,
        ModelSyntax.INSTANCE,
        stages,
        range,
        start,
        zone,
        FieldDemand.NONE);
  }

  /** Returns a plan of the same rows, of which parts may run elsewhere. */
  @SuppressWarnings("ReferenceEquality")
  RelNode rewritten(RelNode plan, SearchStart start) {
    // What runs elsewhere holds the time; a plan that nobody rewrites need not ask for it.
    return rewrite == PlanRewrite.NONE ? plan : rewrite.rewrite(plan, start.seconds(), zone);
  }

  /** Returns what optimises plans. */
  Optimizer optimizer() {
    return optimizer;
  }

  /** Returns the tables that searches may read. */
  Catalog catalog() {
    return catalog;
  }

  /** Returns the context of a run that starts now. */
  RunContext runContext(RunContext.ProgressListener progress) {
    return new RunContext(limits, now(), zone, progress);
  }

  /**
   * Returns the context of a run of several searches that starts now.
   *
   * @param timeout how long all of them may take together; null for as long as they like
   */
  RunContext batchContext(@Nullable Duration timeout, RunContext.ProgressListener progress) {
    return RunContext.ofBatch(limits, timeout, now(), zone, progress);
  }

  /** Returns the bounds of each run. */
  Limits limits() {
    return limits;
  }

  /** Returns the table of a name, or null. */
  @Nullable Table table(String name) {
    return catalog.find(name);
  }

  /** Returns the time zone of days and of times as text. */
  ZoneId zone() {
    return zone;
  }

  /** Returns the search's start in whole seconds since the epoch. */
  double now() {
    return clock.instant().getEpochSecond();
  }
}
