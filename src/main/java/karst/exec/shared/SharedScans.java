package karst.exec.shared;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.exec.ScanSource;
import karst.exec.WrittenFiles;
import karst.exec.operator.ScanNode;
import karst.source.Diagnostic;
import karst.table.CsvTable;
import karst.table.Scan;
import karst.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The scans of several searches that run together. A table that two scans read is read once, when
 * the first of them is opened; the rows that each of them gets are those that it would find itself.
 */
public final class SharedScans implements ScanSource {
  private final List<SharedTable> tables;

  private SharedScans(List<SharedTable> tables) {
    this.tables = List.copyOf(tables);
  }

  /**
   * Finds out what some plans have in common.
   *
   * @param context the run that all of them are a part of
   */
  public static SharedScans of(List<PhysicalNode> plans, RunContext context) {
    Set<Path> written = WrittenFiles.of(plans);
    Map<Object, List<ScanNode>> scans = new IdentityHashMap<>();
    List<Object> sources = new ArrayList<>();
    for (PhysicalNode plan : plans) {
      collect(plan, written, scans, sources);
    }
    SharedMemory memory = new SharedMemory(context.limits().maxMemory());
    return new SharedScans(
        sources.stream()
            .map(source -> SharedTable.of(scans.getOrDefault(source, List.of()), memory, context))
            .filter(SharedTable::isShared)
            .toList());
  }

  private static void collect(
      PhysicalNode node,
      Set<Path> written,
      Map<Object, List<ScanNode>> scans,
      List<Object> sources) {
    if (node instanceof ScanNode scan && !isWritten(scan.table(), written)) {
      Object source = scan.table().source();
      List<ScanNode> known = scans.get(source);
      if (known == null) {
        known = new ArrayList<>();
        scans.put(source, known);
        sources.add(source);
      }
      known.add(scan);
    }
    node.inputs().forEach(input -> collect(input, written, scans, sources));
  }

  /** A search that writes a file changes what those after it read. */
  private static boolean isWritten(Table table, Set<Path> written) {
    return table instanceof CsvTable csv && written.contains(csv.file());
  }

  @Override
  public @Nullable Scan open(ScanNode scan, RunContext context) {
    for (SharedTable table : tables) {
      if (table.holds(scan.table())) {
        return table.open(scan, context);
      }
    }
    return null;
  }

  /** Returns what is shared, a line for each table. */
  public List<String> describe() {
    return tables.stream().map(SharedTable::describe).toList();
  }

  /** Returns, of the tables that were read so far, why some searches read them by themselves. */
  public List<Diagnostic> notes() {
    return tables.stream().flatMap(table -> table.notes().stream()).toList();
  }
}
