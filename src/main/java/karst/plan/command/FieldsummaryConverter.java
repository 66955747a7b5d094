package karst.plan.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import karst.ast.FieldName;
import karst.command.Fieldsummary;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import karst.plan.rel.FieldSummary;
import karst.type.SplType;
import karst.type.ValueOrder;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code fieldsummary}: rows of fixed columns, the fields in the order of their names. */
public final class FieldsummaryConverter implements CommandConverter<Fieldsummary> {
  private static final Schema COLUMNS =
      new Schema(
          List.of(
              new Column("field", SplType.STRING),
              new Column("count", SplType.NUMBER),
              new Column("distinct_count", SplType.NUMBER),
              new Column("is_exact", SplType.NUMBER),
              new Column("max", SplType.NUMBER),
              new Column("mean", SplType.NUMBER),
              new Column("min", SplType.NUMBER),
              new Column("numeric_count", SplType.NUMBER),
              new Column("stdev", SplType.NUMBER),
              new Column("values", SplType.STRING)));

  @Override
  public void convert(Fieldsummary command, PlanBuilder plan) {
    List<String> names = plan.names();
    Set<Integer> chosen = new TreeSet<>();
    for (FieldName field : command.fields()) {
      List<Integer> found = plan.matching(field);
      chosen.addAll(found);
      if (found.isEmpty() && !field.hasWildcard()) {
        plan.context().unknownField(field.name(), field.span(), plan);
      }
    }
    for (int i = 0; i < names.size() && command.fields().isEmpty(); i++) {
      if (!FieldPattern.isInternal(names.get(i))) {
        chosen.add(i);
      }
    }
    List<Integer> columns = new ArrayList<>(chosen);
    columns.sort(Comparator.comparing(names::get, ValueOrder.TEXT));
    plan.transform(
        new FieldSummary(columns, columns.stream().map(names::get).toList(), command.maxValues()),
        COLUMNS);
  }
}
