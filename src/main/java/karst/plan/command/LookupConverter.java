package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import karst.ast.FieldName;
import karst.command.Lookup;
import karst.lookup.ExternalLookup;
import karst.lookup.TimeMatch;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.LookupSource;
import karst.plan.PlanBuilder;
import karst.plan.TypeMapping;
import karst.plan.rel.Transform;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rel.RelNode;

/** Plans {@code lookup}: the rows so far beside those columns of the lookup that it needs. */
public final class LookupConverter implements CommandConverter<Lookup> {
  @Override
  public void convert(Lookup command, PlanBuilder plan) {
    List<String> needed =
        Stream.concat(command.keys().stream(), command.outputs().stream())
            .map(pair -> pair.column().name())
            .toList();
    ExternalLookup external = plan.context().tables().external(command.table().name());
    if (external != null) {
      new ExternalLookupConversion(command, plan, external).convert();
      return;
    }
    LookupSource source = LookupSource.find(command.table(), needed, plan.context());
    if (source != null) {
      new Conversion(command, plan, source).convert();
    }
  }

  /**
   * One lookup while it is planned.
   *
   * @param command what is asked for
   * @param plan the rows so far
   * @param source the lookup
   */
  private record Conversion(Lookup command, PlanBuilder plan, LookupSource source) {
    void convert() {
      List<String> columns = new ArrayList<>();
      List<karst.plan.rel.Lookup.Key> keys = new ArrayList<>();
      for (Lookup.Column key : command.keys()) {
        if (isColumn(key.column())) {
          keys.add(
              new karst.plan.rel.Lookup.Key(
                  field(key.field()),
                  position(columns, key.column().name()),
                  key.column().name(),
                  source.definition().matchType(key.column().name())));
        }
      }
      List<Column> fields =
          new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
      List<karst.plan.rel.Lookup.Output> outputs = new ArrayList<>();
      for (Lookup.Column output : outputs()) {
        if (isColumn(output.column())) {
          String name = output.field().name();
          outputs.add(
              new karst.plan.rel.Lookup.Output(
                  position(columns, output.column().name()),
                  set(fields, name),
                  name,
                  command.mode() == Lookup.Mode.OUTPUTNEW));
        }
      }
      Optional<karst.plan.rel.Lookup.Times> times = times(columns);
      plan.context().diagnostics().throwIfErrors();
      RelNode rows = source.rows(columns, plan.context());
      plan.set(
          Transform.create(
              plan.context().cluster(),
              List.of(plan.node(), rows),
              new karst.plan.rel.Lookup(source.definition(), keys, outputs, times),
              TypeMapping.toRel(plan.context().cluster().getTypeFactory(), new Schema(fields))));
    }

    /** Without a list, every public column that is no key. */
    private List<Lookup.Column> outputs() {
      if (command.mode() != Lookup.Mode.ALL) {
        return command.outputs();
      }
      List<String> keys = command.keys().stream().map(key -> key.column().name()).toList();
      return source.columns().stream()
          .filter(column -> !keys.contains(column) && !FieldPattern.isInternal(column))
          .map(column -> new FieldName(column, command.span()))
          .map(column -> new Lookup.Column(column, column))
          .toList();
    }

    private boolean isColumn(FieldName column) {
      boolean known = source.columns().contains(column.name());
      if (!known) {
        plan.context()
            .diagnostics()
            .add(
                Diagnostic.error(
                        DiagnosticCode.UNKNOWN_FIELD,
                        "the lookup `"
                            + command.table().name()
                            + "` has no column `"
                            + column.name()
                            + "`")
                    .suggest(column.name(), source.columns()),
                column.span());
      }
      return known;
    }

    private int field(FieldName field) {
      int index = plan.indexOf(field.name());
      if (index < 0) {
        plan.context().unknownField(field.name(), field.span(), plan);
      }
      return index;
    }

    private Optional<karst.plan.rel.Lookup.Times> times(List<String> columns) {
      TimeMatch time = source.definition().time();
      if (time == null) {
        return Optional.empty();
      }
      if (!source.columns().contains(time.field())) {
        plan.context()
            .error(
                DiagnosticCode.LOOKUP_DEFINITION,
                command.table().span(),
                "the lookup's `time_field`, `" + time.field() + "`, is none of its columns");
      }
      return Optional.of(
          new karst.plan.rel.Lookup.Times(plan.indexOf("_time"), position(columns, time.field())));
    }

    private static int position(List<String> columns, String name) {
      if (!columns.contains(name)) {
        columns.add(name);
      }
      return columns.indexOf(name);
    }

    /** Values of any kind may come out: the lookup's, a default, several at once. */
    private static int set(List<Column> fields, String name) {
      Column column = new Column(name, SplType.DYNAMIC);
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).name().equals(name)) {
          fields.set(i, column);
          return i;
        }
      }
      fields.add(column);
      return fields.size() - 1;
    }
  }
}
