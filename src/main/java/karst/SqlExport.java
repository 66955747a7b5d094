package karst;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import karst.command.Command;
import karst.export.ExportRefusal;
import karst.export.ExportRequest;
import karst.export.SqlExporter;
import karst.plan.PlanBuilder;
import karst.plan.SearchStart;
import karst.plan.rel.SplTableScan;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SplException;
import karst.table.Table;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** Writes a compiled search as SQL, or says which command cannot be written. */
final class SqlExport {
  private final Engine engine;
  private final Compilation compilation;
  private final SqlTarget target;
  private final ExportRequest request;

  SqlExport(Engine engine, Compilation compilation, SqlTarget target) {
    this.engine = engine;
    this.compilation = compilation;
    this.target = target;
    this.request =
        new ExportRequest(target.dialect(), engine.now(), engine.zone(), target.ordinal());
  }

  /**
   * Returns the statement, with the search as a comment before it.
   *
   * @throws SplException if the dialect cannot say what the search means
   */
  String write() {
    List<CommandTable.Bound<?>> commands = compilation.commands();
    ExportRefusal refusal;
    try {
      return comment(compilation.query()) + requirement() + export(commands);
    } catch (ExportRefusal refused) {
      refusal = refused;
    }
    // The first beginning of the search that cannot be written ends in the command at fault.
    for (int i = 1; i < commands.size(); i++) {
      try {
        export(commands.subList(0, i));
      } catch (ExportRefusal refused) {
        throw fault(commands.get(i - 1).command(), refused);
      }
    }
    throw fault(commands.get(commands.size() - 1).command(), refusal);
  }

  private String requirement() {
    String requirement = target.dialect().requirement();
    return requirement.isEmpty() ? "" : "-- " + requirement + "\n";
  }

  private String export(List<CommandTable.Bound<?>> commands) {
    return new SqlExporter(request).export(plan(commands), this::tableName).sql();
  }

  private RelNode plan(List<CommandTable.Bound<?>> commands) {
    Diagnostics diagnostics = new Diagnostics(compilation.text());
    Compiler compiler = new Compiler(engine);
    PreparedStages stages = new PreparedStages(compiler, diagnostics);
    PlanBuilder plan =
        compiler.plan(
            compilation.syntax(),
            commands,
            engine.planContext(
                diagnostics, stages, new SearchStart(request.now()), engine.catalog()));
    RelNode node = plan.node();
    if (!stages.plans().isEmpty()) {
      throw new ExportRefusal("a part of the search must run before the rest is known");
    }
    return node;
  }

  /** Returns the name of a scanned table; empty for rows that a command has made itself. */
  private Optional<List<String>> tableName(SplTableScan scan) {
    String name = scan.source().name();
    @Nullable Table known = engine.table(name);
    return known == null ? Optional.empty() : Optional.of(target.nameOf(name));
  }

  private SplException fault(Command command, ExportRefusal refusal) {
    String name = command.toSpl().split("[\\s(]", 2)[0];
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.NOT_EXPORTABLE,
                "`" + name + "` cannot be written in " + target.dialect() + ": " + refusal.reason())
            .at(compilation.text(), command.span());
    return new SplException(List.of(fault));
  }

  /** A comment to the end of each line: no text of the search can close it. */
  private static String comment(SourceMap query) {
    return query
        .expanded()
        .strip()
        .lines()
        .map(line -> "-- " + line.replaceAll("[\\p{Cc}\\u2028\\u2029\\u0085]", " "))
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
