package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.command.AggregateCall;
import karst.command.Tstats;
import karst.function.library.BucketFunctions;
import karst.plan.AggregationPlanner;
import karst.plan.CommandConverter;
import karst.plan.DatasetRows;
import karst.plan.DatasetScope;
import karst.plan.FieldScope;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.RowSets;
import karst.plan.ScalarOperator;
import karst.plan.SearchConverter;
import karst.plan.SpecialOperators;
import karst.plan.SubsearchTerms;
import karst.plan.TableSource;
import karst.plan.TypeMapping;
import karst.source.DiagnosticCode;
import karst.type.InvalidSyntaxException;
import karst.type.SplType;
import karst.type.TimeSpan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Plans {@code tstats}: the rows of the dataset's table that are in the dataset, satisfy WHERE and
 * lie in the time range, grouped and aggregated (spl-semantics §5).
 */
public final class TstatsConverter implements CommandConverter<Tstats> {
  @Override
  public void convert(Tstats command, PlanBuilder plan) {
    if (command.append() && plan.hasRows()) {
      PlanBuilder more = new PlanBuilder(plan.context());
      read(command, more);
      if (more.hasRows()) {
        RowSets.append(plan, List.of(more));
      }
    } else {
      read(command, plan);
    }
  }

  private static void read(Tstats command, PlanBuilder plan) {
    PlanContext context = plan.context();
    DatasetScope scope = scope(command, plan);
    if (scope == null) {
      return;
    }
    SearchTerm where = new SubsearchTerms(context).resolve(command.where());
    DatasetRows rows = DatasetRows.create(plan, scope, where, fieldNames(command));
    SearchConverter search = new SearchConverter(context, rows);
    plan.filter(search.convert(where));
    plan.filter(search.runRange());
    List<AggregationPlanner.Key> keys = new ArrayList<>();
    for (FieldName field : command.by()) {
      keys.add(new AggregationPlanner.Key(field.name(), key(field, command, rows, context)));
    }
    AggregationPlanner planner = new AggregationPlanner(plan, rows, false, false);
    if (command.prestats()) {
      // A partial aggregate that any later function can go on from is the rows themselves.
      planner.collect(keys, command.aggregates());
    } else {
      planner.aggregate(keys, command.aggregates());
    }
  }

  private static @Nullable DatasetScope scope(Tstats command, PlanBuilder plan) {
    if (command.from() == null) {
      plan.context()
          .error(
              DiagnosticCode.UNSUPPORTED,
              command.span(),
              "`tstats` over indexes is not supported: name a data model with FROM datamodel=...");
      return null;
    }
    return new TableSource(plan)
        .scanDataset(command.from(), fieldNames(command), command.summariesOnly());
  }

  private static List<String> fieldNames(Tstats command) {
    List<String> names = new ArrayList<>();
    command.by().forEach(field -> names.add(field.name()));
    for (AggregateCall call : command.aggregates()) {
      if (call.field() != null) {
        names.add(call.field().name());
      }
    }
    return names;
  }

  private static RexNode key(
      FieldName field, Tstats command, FieldScope scope, PlanContext context) {
    RexNode value = scope.find(field.name());
    if (value == null) {
      context.unknownField(field.name(), field.span(), scope);
      value = context.nothing();
    }
    if (field.name().equals("_time")) {
      return bucket(value, command, context);
    }
    String fill = command.fillNullValue();
    if (fill == null) {
      return value;
    }
    // Each of several values makes a group, so the type must not hide that there may be several.
    boolean several = TypeMapping.fromRel(value.getType()).mayBeMultivalue();
    RelDataType type = context.type(several ? SplType.DYNAMIC : SplType.STRING);
    return context
        .rex()
        .makeCall(
            // Never null, so that no row is looked at for a missing key.
            context.cluster().getTypeFactory().createTypeWithNullability(type, false),
            SpecialOperators.FIRST_PRESENT,
            List.of(value, context.text(fill)));
  }

  private static RexNode bucket(RexNode time, Tstats command, PlanContext context) {
    String span = command.timeSpan() == null ? Tstats.DEFAULT_SPAN : command.timeSpan();
    try {
      TimeSpan.parse(span);
    } catch (InvalidSyntaxException e) {
      context.error(
          DiagnosticCode.BAD_TIME,
          command.span(),
          "`" + span + "` is no time span: " + e.getMessage());
      return time;
    }
    return context
        .rex()
        .makeCall(ScalarOperator.of(BucketFunctions.TIME), time, context.text(span));
  }
}
