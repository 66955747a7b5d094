package karst.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import karst.command.FileOutput;
import karst.command.Inputlookup;
import karst.plan.rel.Transform;
import karst.plan.rel.WriteFile;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.CsvOutput;

/** Reads the rows of lookups and files, and writes them. */
public final class FileRows {
  private FileRows() {}

  /** Begins a plan with a table's rows, or puts them after those that came before. */
  public static void read(Inputlookup command, PlanBuilder plan) {
    if (!command.append() || !plan.hasRows()) {
      begin(command, plan);
      return;
    }
    PlanBuilder more = new PlanBuilder(plan.context());
    begin(command, more);
    if (more.hasRows()) {
      RowSets.append(plan, List.of(more));
    }
  }

  private static void begin(Inputlookup command, PlanBuilder plan) {
    TableSource source = new TableSource(plan);
    if (!command.strict()) {
      source.scanTableIfThere(command.table());
    } else if (!source.scanTable(command.table())) {
      return;
    }
    if (!plan.context().diagnostics().hasErrors()) {
      plan.filter(new SearchConverter(plan.context(), plan).convert(command.where()));
      plan.limit(command.start(), command.max());
    }
  }

  /**
   * Writes the public columns of the rows when they run, and passes the rows on.
   *
   * @param key the column whose value is the key of a row, if there is one
   * @param update whether a row takes the place of one with its key
   */
  public static void write(
      FileOutput output, Optional<Integer> key, boolean update, PlanBuilder plan) {
    PlanContext context = plan.context();
    String name = output.file().name();
    Path file = context.tables().output(name);
    if (file == null) {
      context
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.UNWRITABLE_FILE,
                      "there is no folder to write `" + name + "` to")
                  .hint("name a folder of lookups (--lookups DIR) and a file in it"),
              output.file().span());
      return;
    }
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < plan.names().size(); i++) {
      boolean isKey = key.isPresent() && key.get() == i;
      if (isKey || !FieldPattern.isInternal(plan.names().get(i))) {
        columns.add(i);
      }
    }
    CsvOutput.Mode mode =
        new CsvOutput.Mode(output.append(), output.createEmpty(), output.overrideIfEmpty(), update);
    plan.set(Transform.create(plan.node(), new WriteFile(file, columns, output.max(), mode, key)));
  }
}
