package karst.exec.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import karst.exec.RunContext;
import karst.exec.operator.ScanNode;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.LoadedTable;
import karst.table.Scan;
import karst.table.Table;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.jspecify.annotations.Nullable;

/** The scans of a table by several searches; the first of them reads it for all. */
final class SharedTable {
  private final Table table;
  private final SharedMemory memory;
  private final RunContext batch;
  private final List<Request> requests;
  private final List<Diagnostic> notes = new ArrayList<>();
  private @Nullable SharedReading reading;
  private boolean read;

  /**
   * Creates the scans of a table.
   *
   * @param table has all columns of all scans
   */
  private SharedTable(Table table, SharedMemory memory, RunContext batch, List<Request> requests) {
    this.table = table;
    this.memory = memory;
    this.batch = batch;
    this.requests = List.copyOf(requests);
  }

  /**
   * What some scans have in common.
   *
   * @param condition over the columns of the table; null for all rows
   * @param columns the columns of the table that they deliver
   * @param scans their number
   */
  record Request(@Nullable RexNode condition, List<Integer> columns, int scans) {}

  /** Puts together some scans of one source. */
  static SharedTable of(List<ScanNode> scans, SharedMemory memory, RunContext batch) {
    Table table = scans.get(0).table().with(scans.stream().map(ScanNode::table).toList());
    Map<Object, Request> requests = new LinkedHashMap<>();
    for (ScanNode scan : scans) {
      RexNode predicate = scan.predicate();
      List<Integer> columns =
          Conditions.positions(scan.columns(), scan.table().schema(), table.schema());
      RexNode condition =
          predicate == null ? null : Conditions.over(scan, predicate, table.schema());
      if (columns != null && isShareable(predicate, condition)) {
        Object key = condition == null ? "" : condition;
        Request known = requests.getOrDefault(key, new Request(condition, List.of(), 0));
        TreeSet<Integer> all = new TreeSet<>(known.columns());
        all.addAll(columns);
        requests.put(key, new Request(condition, List.copyOf(all), known.scans() + 1));
      }
    }
    return new SharedTable(table, memory, batch, List.copyOf(requests.values()));
  }

  /** Rows chosen by chance are chosen anew by each search. */
  private static boolean isShareable(@Nullable RexNode predicate, @Nullable RexNode condition) {
    return predicate == null || (condition != null && RexUtil.isDeterministic(condition));
  }

  /** Returns whether there is something to share. */
  boolean isShared() {
    return requests.stream().mapToInt(Request::scans).sum() > 1;
  }

  /** Returns whether a table has the same rows. */
  @SuppressWarnings("ReferenceEquality")
  boolean holds(Table other) {
    return table.source() == other.source();
  }

  /** Returns the rows of a scan, null when they are not here. */
  synchronized @Nullable Scan open(ScanNode scan, RunContext context) {
    if (!read) {
      read = true;
      reading = read();
    }
    return reading == null ? null : reading.open(scan, context);
  }

  private @Nullable SharedReading read() {
    try {
      SharedReading made = reading();
      made.givenUp().stream().distinct().forEach(this::note);
      return made;
    } catch (RuntimeException failure) {
      // The end of the whole run ends it here, too; else each search meets the fault by itself.
      batch.checkpoint();
      note(String.valueOf(failure.getMessage()));
      return null;
    }
  }

  private SharedReading reading() {
    if (table instanceof LoadedTable loaded) {
      return IndexedReading.of(loaded, requests, memory, batch);
    }
    return table.isResident(batch)
        ? RecordedReading.of(table, requests, memory, batch)
        : StoredReading.of(table, requests, memory, batch);
  }

  private void note(String reason) {
    notes.add(
        Diagnostic.note(
            DiagnosticCode.SEPARATE_SCAN,
            "a search reads `" + table.name() + "` by itself: " + reason));
  }

  /** Returns why some searches read the table by themselves. */
  synchronized List<Diagnostic> notes() {
    return List.copyOf(notes);
  }

  /** Returns what is shared in one line. */
  String describe() {
    int scans = requests.stream().mapToInt(Request::scans).sum();
    long conditions = requests.stream().filter(request -> request.condition() != null).count();
    return table.name() + ": " + scans + " scans in one, " + conditions + " different conditions";
  }
}
