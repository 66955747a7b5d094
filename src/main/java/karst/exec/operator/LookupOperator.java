package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.exec.hash.GroupTable;
import karst.exec.lookup.LookupIndex;
import karst.exec.lookup.LookupMatcher;
import karst.lookup.TimeMatch;
import karst.plan.rel.Lookup;
import karst.type.TimeFormat;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Adds fields from a lookup; each distinct combination of key values is looked up once. */
public final class LookupOperator implements Operator {
  private final Lookup lookup;
  private final Operator input;
  private final Operator table;
  private final Schema tableSchema;
  private final Schema schema;
  private final RunContext context;
  private final MemoryBudget.Account memory;
  private final MemoryBudget.Account tableMemory;
  private final GroupTable groups;
  private int[][] matches = new int[64][];
  private int known;
  private long cells;
  private @Nullable Batch rows;
  private @Nullable LookupMatcher matcher;

  /** Opens a lookup of the second input's rows. */
  public LookupOperator(
      Lookup lookup,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    this.lookup = lookup;
    this.input = inputs.get(0);
    this.table = inputs.get(1);
    this.tableSchema = schemas.get(1);
    this.schema = schema;
    this.context = context;
    this.memory = context.memory().open("the lookup");
    this.tableMemory = context.memory().open("the lookup's table");
    this.groups = new GroupTable(lookup.keys().size() + (lookup.time().isPresent() ? 1 : 0));
  }

  @Override
  public @Nullable Batch next() {
    Batch events = input.next();
    if (events == null) {
      return null;
    }
    context.checkpoint();
    return withFields(events.packed());
  }

  private Batch table() {
    Batch read = rows;
    if (read == null) {
      read = Materialized.read(table, tableSchema, context, tableMemory);
      rows = read;
    }
    return read;
  }

  private LookupMatcher matcher(Batch lookupRows) {
    LookupMatcher made = matcher;
    if (made == null) {
      LookupIndex index =
          new LookupIndex(
              lookup.keys().stream().map(key -> lookupRows.vector(key.column())).toList(),
              lookup.keys().stream().map(Lookup.Key::type).toList(),
              lookupRows.rowCount(),
              lookup.definition().caseSensitive());
      made = new LookupMatcher(lookup.definition(), index, times(lookupRows));
      matcher = made;
    }
    return made;
  }

  private double[] times(Batch lookupRows) {
    TimeMatch rule = lookup.definition().time();
    if (rule == null || lookup.time().isEmpty()) {
      return new double[0];
    }
    Vector written = lookupRows.vector(lookup.time().get().column());
    TimeFormat format = TimeFormat.compile(rule.format());
    double[] times = new double[lookupRows.rowCount()];
    for (int row = 0; row < times.length; row++) {
      String text = TextOf.row(written, row);
      times[row] = text == null ? Double.NaN : format.parse(text, context.now(), context.zone());
    }
    return times;
  }

  private Batch withFields(Batch events) {
    Batch lookupRows = table();
    int[] found = match(events, lookupRows);
    List<Vector> vectors = new ArrayList<>(events.vectors());
    for (int i = vectors.size(); i < schema.size(); i++) {
      vectors.add(new NullVector(events.rowCount()));
    }
    for (Lookup.Output output : lookup.outputs()) {
      Vector before =
          output.onlyMissing() && output.field() < events.vectors().size()
              ? events.vector(output.field())
              : null;
      vectors.set(output.field(), values(lookupRows.vector(output.column()), before, found));
    }
    return Batch.of(schema, vectors, events.rowCount());
  }

  /** Returns for each event the number of its combination of key values. */
  private int[] match(Batch events, Batch lookupRows) {
    List<Vector> keys = lookup.keys().stream().map(key -> field(events, key.field())).toList();
    List<Vector> grouped = new ArrayList<>(keys);
    lookup.time().ifPresent(time -> grouped.add(field(events, time.field())));
    int[] found = new int[events.rowCount()];
    groups.assign(grouped, found.length, found);
    for (int row = 0; row < found.length; row++) {
      if (found[row] >= known) {
        if (known == matches.length) {
          matches = Arrays.copyOf(matches, known * 2);
        }
        double time = time(events, row);
        matches[known] = matcher(lookupRows).match(keys, row, time);
        cells += matches[known++].length;
      }
    }
    memory.set(groups.memory() + 4 * cells + 24L * known);
    return found;
  }

  private static Vector field(Batch events, int field) {
    return field == Lookup.NO_FIELD ? new NullVector(events.rowCount()) : events.vector(field);
  }

  private double time(Batch events, int row) {
    if (lookup.time().isEmpty()) {
      return Double.NaN;
    }
    Vector vector = field(events, lookup.time().get().field());
    return vector.kindAt(row) == Kind.NUMBER ? vector.numberAt(row) : Double.NaN;
  }

  private Vector values(Vector cellsOfColumn, @Nullable Vector before, int[] found) {
    VectorBuilder builder = new VectorBuilder(found.length);
    for (int row = 0; row < found.length; row++) {
      int[] matched = matches[found[row]];
      if (before != null && !before.isNull(row)) {
        builder.append(before, row);
      } else if (matched.length == 0) {
        // What is not found empties the field (spl-semantics §6.1 lookup, Q13).
        builder.appendNull();
      } else if (matched.length == 1) {
        append(cellsOfColumn, matched[0], builder);
      } else {
        Vector list = list(cellsOfColumn, matched);
        builder.appendList(list, 0, list.size());
      }
    }
    return builder.build();
  }

  private void append(Vector column, int row, VectorBuilder builder) {
    if (row == LookupMatcher.DEFAULT) {
      builder.append(lookup.definition().defaultMatch());
    } else {
      builder.append(column, row);
    }
  }

  /** The values of several rows, without nulls. */
  private Vector list(Vector column, int[] matched) {
    VectorBuilder list = new VectorBuilder(matched.length);
    for (int row : matched) {
      if (row != LookupMatcher.DEFAULT && column.isNull(row)) {
        continue;
      }
      if (row != LookupMatcher.DEFAULT && column.kindAt(row) == Kind.LIST) {
        list.appendAll(column.listAt(row));
      } else {
        append(column, row, list);
      }
    }
    return list.build();
  }

  @Override
  public void close() {
    memory.close();
    tableMemory.close();
    input.close();
    table.close();
  }
}
