package karst.plan;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import karst.function.AggregateFunctionTable;
import karst.function.ScalarFunction;
import karst.function.ScalarFunctionTable;
import karst.model.DataModels;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.Span;
import karst.type.SplType;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * What a compilation plans with.
 *
 * @param cluster Calcite's side of the compilation
 * @param diagnostics where faults go
 * @param functions the eval functions
 * @param aggregates the aggregations
 * @param tables the tables
 * @param models the data models
 * @param parser for the texts in data models
 * @param stages runs what must be known before planning can go on
 * @param range the time range that the search is run with
 * @param start the search's start
 * @param zone the user's time zone
 * @param demand the fields that the pipeline wants of events
 */
public record PlanContext(
    RelOptCluster cluster,
    Diagnostics diagnostics,
    ScalarFunctionTable functions,
    AggregateFunctionTable aggregates,
    TableCatalog tables,
    DataModels models,
    SyntaxParser parser,
    Stages stages,
    TimeRange range,
    SearchStart start,
    ZoneId zone,
    FieldDemand demand) {

  /** Returns this context with another collector of faults. */
  public PlanContext withDiagnostics(Diagnostics collector) {
    return new PlanContext(
        cluster,
        collector,
        functions,
        aggregates,
        tables,
        models,
        parser,
        stages,
        range,
        start,
        zone,
        demand);
  }

  /** Returns this context for a pipeline that wants other fields of events. */
  public PlanContext withDemand(FieldDemand fields) {
    return new PlanContext(
        cluster,
        diagnostics,
        functions,
        aggregates,
        tables,
        models,
        parser,
        stages,
        range,
        start,
        zone,
        fields);
  }

  /** Returns the search's start in seconds since the epoch; the plan is of this start only then. */
  public double now() {
    return start.seconds();
  }

  /** Returns the maker of row expressions. */
  public RexBuilder rex() {
    return cluster.getRexBuilder();
  }

  /** Returns the nullable Calcite type of an SPL type. */
  public RelDataType type(SplType type) {
    return TypeMapping.toRel(cluster.getTypeFactory(), type);
  }

  /** Returns a text constant. */
  public RexNode text(String value) {
    return rex().makeLiteral(value, type(SplType.STRING), false, false);
  }

  /** Returns a number constant. */
  public RexNode number(BigDecimal value) {
    return rex().makeLiteral(value, type(SplType.NUMBER), false, false);
  }

  /** Returns a truth constant. */
  public RexLiteral truth(boolean value) {
    return rex().makeLiteral(value);
  }

  /** Returns the time at which the search starts, as each run of the plan sees it. */
  public RexNode startOfRun() {
    ScalarFunction function = functions.find("now");
    return function == null ? number(BigDecimal.valueOf(now())) : call(function);
  }

  /** Returns null as a value of any type. */
  public RexNode nothing() {
    return rex().makeNullLiteral(type(SplType.STRING));
  }

  /** Returns the conjunction of conditions; true for none. */
  public RexNode and(List<RexNode> conditions) {
    List<RexNode> flat = flattened(SqlKind.AND, conditions);
    return switch (flat.size()) {
      case 0 -> truth(true);
      case 1 -> flat.get(0);
      default -> rex().makeCall(SqlStdOperatorTable.AND, flat);
    };
  }

  /** Returns the disjunction of conditions; false for none. */
  public RexNode or(List<RexNode> conditions) {
    List<RexNode> flat = flattened(SqlKind.OR, conditions);
    return switch (flat.size()) {
      case 0 -> truth(false);
      case 1 -> flat.get(0);
      default -> rex().makeCall(SqlStdOperatorTable.OR, flat);
    };
  }

  /** Calcite asks that no AND is an operand of another, nor an OR. */
  private static List<RexNode> flattened(SqlKind kind, List<RexNode> conditions) {
    List<RexNode> flat = new ArrayList<>();
    for (RexNode condition : conditions) {
      if (condition.isA(kind)) {
        flat.addAll(((RexCall) condition).getOperands());
      } else {
        flat.add(condition);
      }
    }
    return flat;
  }

  /** Returns the negation of a condition. */
  public RexNode not(RexNode condition) {
    return rex().makeCall(SqlStdOperatorTable.NOT, condition);
  }

  /** Returns whether a value is there. */
  public RexNode isPresent(RexNode value) {
    return rex().makeCall(SqlStdOperatorTable.IS_NOT_NULL, value);
  }

  /** Returns a call of a declared function. */
  public RexNode call(ScalarFunction function, RexNode... operands) {
    return rex().makeCall(ScalarOperator.of(function), operands);
  }

  /** Returns the first of some values that is there. */
  public RexNode firstPresent(List<RexNode> values) {
    return rex().makeCall(CommonType.of(this, values), SpecialOperators.FIRST_PRESENT, values);
  }

  /** Adds an error at a place in the query. */
  public void error(DiagnosticCode code, Span span, String message) {
    diagnostics.add(Diagnostic.error(code, message), span);
  }

  /** Adds the warning that a field is not known and so is null. */
  public void unknownField(String name, Span span, FieldScope scope) {
    if (scope.isOpen()) {
      return;
    }
    diagnostics.add(
        Diagnostic.warning(
                DiagnosticCode.UNKNOWN_FIELD, "no field is called `" + name + "`: it is null")
            .suggest(name, scope.names()),
        span);
  }
}
