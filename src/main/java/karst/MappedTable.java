package karst;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.model.MappingRule;
import karst.plan.MappedDataset;
import karst.plan.PlanBuilder;
import karst.plan.StageRows;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.table.MemoryTable;
import karst.table.Scan;
import karst.table.ScanContext;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.table.event.EventSet;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a dataset that raw events are mapped to. Where the events are kept in memory, so are
 * the rows: they are made once for all searches; otherwise each search makes them anew.
 */
final class MappedTable implements Table {
  private final String name;
  private final Engine engine;
  private final EventSet events;
  private final List<MappingRule> rules;
  private final Schema schema;
  private @Nullable MemoryTable rows;

  /**
   * Creates the table of a dataset.
   *
   * @throws karst.source.SplException if a rule is wrong
   */
  MappedTable(String name, Engine engine, EventSet events, List<MappingRule> rules) {
    this.name = name;
    this.engine = engine;
    this.events = events;
    this.rules = rules;
    this.schema = compiled(plan()).schema();
  }

  private PlanBuilder plan() {
    Diagnostics diagnostics =
        new Diagnostics(SourceMap.identity(SourceText.of("<" + name + ">", "")));
    PreparedStages stages = new PreparedStages(new Compiler(engine), diagnostics);
    PlanBuilder plan = new PlanBuilder(engine.planContext(diagnostics, stages));
    MappedDataset.build(plan, events, rules);
    return plan;
  }

  private PhysicalNode compiled(PlanBuilder plan) {
    return new Compiler(engine).physical(plan.node());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public boolean isResident(ScanContext context) {
    return events.isResident(context);
  }

  @Override
  public Scan scan(ScanRequest request, ScanContext context) {
    if (events.isResident(context)) {
      return rows(context).scan(request, context);
    }
    Set<Integer> needed = new LinkedHashSet<>(request.columns());
    if (request.filter() != null) {
      needed.addAll(request.filter().columns());
    }
    List<Integer> columns = List.copyOf(needed);
    PlanBuilder plan = plan();
    plan.project(
        columns.stream().map(plan.columns()::get).toList(),
        columns.stream().map(schema.names()::get).toList());
    return new OperatorScan(compiled(plan).open(run(context)), columns, schema, request);
  }

  private synchronized MemoryTable rows(ScanContext context) {
    MemoryTable made = rows;
    if (made == null) {
      StageRows all = new RunningStages(new Compiler(engine), run(context)).run(plan().node());
      made = MemoryTable.of(name, schema, all.batches());
      rows = made;
    }
    return made;
  }

  /** A scan is part of a run; the rows are made within its bounds. */
  private RunContext run(ScanContext context) {
    return context instanceof RunContext run ? run : engine.runContext((done, total) -> {});
  }
}
