package karst.exec.shared;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import karst.exec.RunContext;
import karst.exec.Workers;
import karst.exec.expression.Evaluator;
import karst.exec.expression.EvaluatorFactory;
import karst.exec.operator.ScanNode;
import karst.table.LoadedTable;
import karst.table.Scan;
import karst.table.ScanRequest;
import karst.vector.Batch;
import karst.vector.Selection;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a loaded table that pass each condition, found by what conditions say of single
 * columns: which of its distinct texts pass is asked once for all searches, and the rows of these
 * texts are looked up and put together as sets.
 */
final class IndexedReading implements SharedReading {
  /** All distinct texts of a column are asked one by one when there are no more. */
  private static final int FEW_TEXTS = 1 << 16;

  /** Neither are they when there is more than one for so many rows. */
  private static final int ROWS_A_TEXT = 4;

  /** Conditions whose rows are found before memory for them is asked. */
  private static final int AT_ONCE = 64;

  private final LoadedTable table;
  private final RunContext context;
  private final SharedMemory memory;
  private final Map<RexNode, Found> found = new LinkedHashMap<>();
  private final Map<Integer, ColumnTexts> columns = new ConcurrentHashMap<>();
  private final Map<RowTest.OnColumn, BitSet> rows = new ConcurrentHashMap<>();
  private final AtomicLong kept = new AtomicLong();

  private IndexedReading(LoadedTable table, SharedMemory memory, RunContext context) {
    this.table = table;
    this.memory = memory;
    this.context = context;
  }

  /** A condition, and the rows that pass it once they are known. */
  private static final class Found {
    private final SharedCondition condition;
    private final RowTest test;
    private long bound;
    private Selection rows = Selection.all(0);

    Found(SharedCondition condition, RowTest test) {
      this.condition = condition;
      this.test = test;
    }
  }

  static IndexedReading of(
      LoadedTable table,
      List<SharedTable.Request> requests,
      SharedMemory memory,
      RunContext context) {
    IndexedReading reading = new IndexedReading(table, memory, context);
    for (SharedTable.Request request : requests) {
      RexNode condition = request.condition();
      if (condition != null) {
        RowTest test = RowTest.of(condition, column -> table.distinct(column) != null);
        SharedCondition shared = new SharedCondition(condition, context.limits().timeout());
        reading.found.put(condition, new Found(shared, test));
      }
    }
    reading.read();
    return reading;
  }

  private void read() {
    BitSet all = new BitSet(table.rows());
    all.set(0, table.rows());
    List<Found> each = List.copyOf(found.values());
    attempt(each, one -> one.bound = bound(one.test, all).cardinality());
    searchTexts();
    for (int from = 0; from < each.size(); from += AT_ONCE) {
      List<Found> some = each.subList(from, Math.min(each.size(), from + AT_ONCE));
      attempt(
          some,
          one -> {
            int[] passing = Rows.of(exact(one.test, bound(one.test, all)));
            one.rows = Selection.of(passing, passing.length);
          });
      // One after the other, so that it is the same ones that memory does not suffice for.
      some.forEach(one -> memory.add(one.condition, 4L * one.rows.size()));
      for (Found one : each) {
        if (one.condition.givenUp() != null) {
          one.rows = Selection.all(0);
        }
      }
    }
    rows.clear();
    columns.clear();
  }

  private void attempt(List<Found> conditions, Consumer<Found> work) {
    Workers.run(
        context.threads(),
        conditions.size(),
        number -> {
          context.checkpoint();
          Found one = conditions.get(number);
          one.condition.attempt(() -> work.accept(one));
        });
  }

  private ColumnTexts texts(int column) {
    return columns.computeIfAbsent(
        column,
        key ->
            new ColumnTexts(
                table.schema().column(column),
                Objects.requireNonNull(table.distinct(column)),
                context));
  }

  private boolean isKnown(RowTest.OnColumn test) {
    ColumnTexts texts = texts(test.column());
    boolean few = texts.size() <= Math.min(FEW_TEXTS, table.rows() / ROWS_A_TEXT);
    return few || texts.knows(test.condition());
  }

  /** Returns rows among which are all that pass; only what is known quickly is asked. */
  private BitSet bound(RowTest test, BitSet all) {
    if (test instanceof RowTest.OnColumn column && isKnown(column)) {
      return rows(column);
    }
    if (test instanceof RowTest.All both) {
      BitSet left = all;
      for (RowTest part : both.tests()) {
        left = common(left, bound(part, all), all);
      }
      return left;
    }
    if (test instanceof RowTest.Any either) {
      BitSet any = known(either);
      for (RowTest part : either.tests()) {
        if (!isQuick(part)) {
          any.or(bound(part, all));
        }
      }
      return any;
    }
    return all;
  }

  private boolean isQuick(RowTest test) {
    return test instanceof RowTest.OnColumn column && isKnown(column);
  }

  /** Returns the rows that pass one of those tests of which it is known which texts pass. */
  private BitSet known(RowTest.Any either) {
    Map<Integer, ColumnTexts.Passing> passing = new TreeMap<>();
    for (RowTest part : either.tests()) {
      if (part instanceof RowTest.OnColumn column && isKnown(column)) {
        ColumnTexts.Passing own = texts(column.column()).passing(column.condition());
        passing.merge(column.column(), own, ColumnTexts.Passing::or);
      }
    }
    BitSet any = new BitSet(table.rows());
    passing.forEach((column, texts) -> table.mark(column, texts.codes(), texts.missing(), any));
    return any;
  }

  @SuppressWarnings("ReferenceEquality")
  private static BitSet common(BitSet a, BitSet b, BitSet all) {
    if (a == all) {
      return b;
    }
    if (b == all) {
      return a;
    }
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both;
  }

  /** Searches the texts of large columns where that is less than to ask about the rows in bound. */
  private void searchTexts() {
    Map<Integer, List<RexNode>> conditions = new LinkedHashMap<>();
    Map<Integer, Long> tests = new HashMap<>();
    for (Found each : found.values()) {
      if (each.condition.givenUp() == null) {
        collect(each.test, each.bound, conditions, tests);
      }
    }
    conditions.forEach(
        (column, leaves) -> {
          context.checkpoint();
          if (tests.getOrDefault(column, 0L) > texts(column).size()) {
            texts(column).search(leaves.stream().distinct().toList());
          }
        });
  }

  private void collect(
      RowTest test, long bound, Map<Integer, List<RexNode>> conditions, Map<Integer, Long> tests) {
    if (test instanceof RowTest.OnColumn column) {
      if (!isKnown(column) && ColumnTexts.literals(column.condition()).isPresent()) {
        conditions
            .computeIfAbsent(column.column(), key -> new ArrayList<>())
            .add(column.condition());
        tests.merge(column.column(), bound, Long::sum);
      }
    } else if (test instanceof RowTest.All both) {
      both.tests().forEach(part -> collect(part, bound, conditions, tests));
    } else if (test instanceof RowTest.Any either) {
      either.tests().forEach(part -> collect(part, bound, conditions, tests));
    } else if (test instanceof RowTest.Not not) {
      collect(not.test(), bound, conditions, tests);
    }
  }

  /** Returns which of some rows pass. */
  private BitSet exact(RowTest test, BitSet among) {
    if (among.isEmpty()) {
      return among;
    }
    if (test instanceof RowTest.OnColumn column) {
      return isKnown(column)
          ? both(among, rows(column))
          : evaluated(column.condition(), List.of(column.column()), among);
    }
    if (test instanceof RowTest.All both) {
      return all(both, among);
    }
    if (test instanceof RowTest.Any either) {
      BitSet any = known(either);
      any.and(among);
      for (RowTest part : either.tests()) {
        if (!isQuick(part)) {
          any.or(exact(part, among));
        }
      }
      return any;
    }
    if (test instanceof RowTest.Not not) {
      BitSet others = (BitSet) among.clone();
      others.andNot(exact(not.test(), among));
      return others;
    }
    RexNode condition = ((RowTest.Other) test).condition();
    List<Integer> read = Conditions.columns(List.of(condition));
    return evaluated(Conditions.among(condition, read), read, among);
  }

  /** Asks first what is known, so that the rest is asked of few rows. */
  private BitSet all(RowTest.All tests, BitSet among) {
    BitSet left = among;
    for (boolean quick : new boolean[] {true, false}) {
      for (RowTest part : tests.tests()) {
        if (quick == isQuick(part)) {
          left = exact(part, left);
        }
      }
    }
    return left;
  }

  private static BitSet both(BitSet a, BitSet b) {
    BitSet common = (BitSet) a.clone();
    common.and(b);
    return common;
  }

  /** Returns the rows whose text passes; they are kept while there is memory for it. */
  private BitSet rows(RowTest.OnColumn test) {
    BitSet known = rows.get(test);
    if (known == null) {
      ColumnTexts.Passing passing = texts(test.column()).passing(test.condition());
      known = new BitSet(table.rows());
      table.mark(test.column(), passing.codes(), passing.missing(), known);
      long bytes = known.size() / Byte.SIZE;
      if (kept.addAndGet(bytes) <= memory.limit()) {
        rows.put(test, known);
      } else {
        kept.addAndGet(-bytes);
      }
    }
    return known;
  }

  /** Asks about rows one by one. */
  private BitSet evaluated(RexNode condition, List<Integer> read, BitSet among) {
    Evaluator evaluator = new EvaluatorFactory(context.functionContext()).create(condition);
    int[] asked = Rows.of(among);
    BitSet passing = new BitSet(table.rows());
    Selection all = Selection.of(asked, asked.length);
    try (Scan scan = table.scan(new ScanRequest(read, null), all, context)) {
      int from = 0;
      for (Batch batch = scan.next(); batch != null; batch = scan.next()) {
        Selection rows = evaluator.select(batch, batch.selection());
        for (int i = 0; i < rows.size(); i++) {
          passing.set(asked[from + rows.row(i)]);
        }
        from += batch.rowCount();
      }
    }
    return passing;
  }

  @Override
  public @Nullable Scan open(ScanNode scan, RunContext run) {
    RexNode predicate = scan.predicate();
    RexNode condition = predicate == null ? null : Conditions.over(scan, predicate, table.schema());
    Found known = condition == null ? null : found.get(condition);
    return known == null || known.condition.givenUp() != null
        ? null
        : table.scan(new ScanRequest(scan.columns(), null), known.rows, run);
  }

  @Override
  public List<String> givenUp() {
    return found.values().stream()
        .map(each -> each.condition.givenUp())
        .filter(Objects::nonNull)
        .toList();
  }
}
