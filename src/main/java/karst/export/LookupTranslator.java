package karst.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import karst.plan.rel.Lookup;
import karst.plan.rel.SplTableScan;
import karst.plan.rel.Transform;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexNode;

/** Turns lookups into expressions beside each row, which the dialect makes. */
final class LookupTranslator {
  private final PlanTranslator plans;
  private final Sql sql;
  private final Lookup lookup;

  LookupTranslator(PlanTranslator plans, Lookup lookup) {
    this.plans = plans;
    this.sql = plans.sql();
    this.lookup = lookup;
  }

  Rows translate(Transform transform, boolean ordered) {
    if (lookup.time().isPresent()) {
      throw new ExportRefusal("the lookup's rows match by time");
    }
    if (lookup.definition().minMatches() > 1) {
      throw new ExportRefusal("the lookup fills in several matches");
    }
    SplTableScan scan = scan(transform.getInputs().get(1));
    List<String> columns = transform.getInputs().get(1).getRowType().getFieldNames();
    Rows input = plans.settled(transform.getInputs().get(0), ordered);
    int width = input.columns().size();
    Rows rows = withKeys(input, transform.getInputs().get(0).getRowType().getFieldNames());
    List<RexNode> before = rows.columns().subList(0, width);
    List<LookupCall.Key> keys = new ArrayList<>();
    for (Lookup.Key key : lookup.keys()) {
      RexNode value = rows.columns().get(width + keys.size());
      keys.add(new LookupCall.Key(columns.get(key.column()), value, key.type()));
    }
    List<RexNode> values = new ArrayList<>(before);
    for (Lookup.Output output : lookup.outputs()) {
      RexNode found = found(scan, keys, columns.get(output.column()));
      if (output.field() == values.size()) {
        values.add(found);
      } else if (output.onlyMissing()) {
        List<RexNode> alike = sql.alike(List.of(before.get(output.field()), found));
        values.set(output.field(), sql.firstPresent(alike.get(0), alike.get(1)));
      } else {
        values.set(output.field(), found);
      }
    }
    return rows.project(values, transform.getRowType().getFieldNames());
  }

  /**
   * Adds the keys as columns whose names are no others: within a subquery DuckDB takes {@code
   * "user"} for its function of this name.
   */
  private Rows withKeys(Rows rows, List<String> names) {
    List<RexNode> values = new ArrayList<>(rows.columns());
    List<String> all = new ArrayList<>(names);
    for (Lookup.Key key : lookup.keys()) {
      values.add(value(rows.columns(), key.field()));
      all.add("$lookup" + all.size());
    }
    Rows keyed = rows.project(values, Projections.distinct(all));
    return keyed.withNode(Boundary.above(keyed.node()));
  }

  private static SplTableScan scan(RelNode node) {
    RelNode table = node instanceof Project project ? project.getInput() : node;
    if (table instanceof SplTableScan scan) {
      return scan;
    }
    throw new ExportRefusal("the lookup has no table");
  }

  private RexNode value(List<RexNode> columns, int field) {
    if (field == Lookup.NO_FIELD) {
      return sql.nothing(SqlShape.TEXT);
    }
    if (Sql.shape(columns.get(field)) == SqlShape.LIST) {
      throw sql.dialect().refusal("a lookup of several values");
    }
    return sql.toText(columns.get(field));
  }

  private RexNode found(SplTableScan scan, List<LookupCall.Key> keys, String output) {
    List<String> table = plans.table(scan);
    Optional<String> ordinal = plans.ordinal();
    if (ordinal.isEmpty()) {
      throw new ExportRefusal(
          "the first rows of the lookup that match count, and rows have no order in a database");
    }
    int most = lookup.definition().maxMatches();
    RexNode matches =
        sql.dialect()
            .lookup(
                sql,
                new LookupCall(
                    table, ordinal.get(), keys, output, lookup.definition().caseSensitive(), most));
    if (lookup.definition().minMatches() > 0) {
      RexNode otherwise = sql.toList(sql.text(lookup.definition().defaultMatch()));
      matches = sql.firstPresent(matches, otherwise);
    }
    return most == 1
        ? sql.call(SqlShape.TEXT, sql.dialect().first(), matches)
        : sql.each(matches, value -> value);
  }
}
