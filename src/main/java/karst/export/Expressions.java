package karst.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import karst.function.ScalarFunction;
import karst.plan.ScalarOperator;
import karst.plan.SpecialOperators;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Turns row expressions of a plan into expressions of SQL.
 *
 * <p>Conditions come in two readings. SPL's search terms know no null: of a missing field they are
 * false, where SQL's comparisons are null. Wherever only true counts, as in WHERE, null serves for
 * false; elsewhere it is made false.
 */
final class Expressions {
  private final Sql sql;
  private final List<RexNode> columns;

  /**
   * Creates a translator.
   *
   * @param columns the expressions of the input's columns
   */
  Expressions(Sql sql, List<RexNode> columns) {
    this.sql = sql;
    this.columns = columns;
  }

  /** Returns an expression that means the same, null included. */
  RexNode exact(RexNode node) {
    return translate(node, false);
  }

  /** Returns a condition that is true for the same rows; elsewhere it is false or null. */
  RexNode condition(RexNode node) {
    RexNode condition = lenient(node);
    return Sql.isNull(condition) ? sql.truth(false) : condition;
  }

  private RexNode lenient(RexNode node) {
    return translate(node, true);
  }

  private RexNode translate(RexNode node, boolean lenient) {
    if (node instanceof RexInputRef input) {
      return columns.get(input.getIndex());
    }
    if (node instanceof RexLiteral literal) {
      return literal(literal);
    }
    if (!(node instanceof RexCall call)) {
      throw new ExportRefusal("the expression " + node + " has no equal in SQL");
    }
    return switch (call.getKind()) {
      case AND -> junction(call, Junction.AND, lenient);
      case OR -> junction(call, Junction.OR, lenient);
      case NOT -> not(call.getOperands().get(0));
      case IS_NULL ->
          sql.rex().makeCall(SqlStdOperatorTable.IS_NULL, exact(call.getOperands().get(0)));
      case IS_NOT_NULL -> sql.isPresent(exact(call.getOperands().get(0)));
      case CASE -> choice(call.getOperands());
      default -> function(call, lenient);
    };
  }

  private RexNode literal(RexLiteral literal) {
    if (literal.isNull()) {
      return sql.nothing(SqlShape.TEXT);
    }
    return switch (literal.getTypeName()) {
      case CHAR, VARCHAR -> sql.text(String.valueOf(literal.getValueAs(String.class)));
      case BOOLEAN -> sql.truth(RexLiteral.booleanValue(literal));
      default -> sql.number(Objects.requireNonNull(literal.getValueAs(BigDecimal.class)));
    };
  }

  private RexNode junction(RexCall call, Junction operator, boolean lenient) {
    return sql.junction(
        operator, call.getOperands().stream().map(operand -> translate(operand, lenient)).toList());
  }

  private RexNode not(RexNode operand) {
    if (operand.getType().isNullable()) {
      return sql.not(exact(operand));
    }
    // Two-valued in SPL: whatever is not true is false, and its negation true.
    RexNode condition = lenient(operand);
    return condition.isAlwaysFalse() || condition.isAlwaysTrue()
        ? sql.truth(condition.isAlwaysFalse())
        : sql.call(SqlShape.TRUTH, sql.dialect().isNotTrue(), condition);
  }

  private RexNode choice(List<RexNode> operands) {
    List<RexNode> conditions = new ArrayList<>();
    List<RexNode> values = new ArrayList<>();
    int last = operands.size() - 1;
    for (int i = 0; i < last; i += 2) {
      if (operands.get(i).isAlwaysTrue()) {
        last = i + 1;
        break;
      }
      conditions.add(condition(operands.get(i)));
      values.add(exact(operands.get(i + 1)));
    }
    values.add(exact(operands.get(last)));
    List<RexNode> alike = sql.alike(values);
    if (conditions.isEmpty()) {
      return alike.get(0);
    }
    List<RexNode> all = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      all.add(conditions.get(i));
      all.add(alike.get(i));
    }
    all.add(alike.get(alike.size() - 1));
    return sql.choice(all);
  }

  private RexNode function(RexCall call, boolean lenient) {
    if (call.getOperator() == SpecialOperators.FIRST_PRESENT) {
      return firstPresent(call.getOperands());
    }
    if (!(call.getOperator() instanceof ScalarOperator operator)) {
      throw sql.dialect().refusal("`" + call.getOperator().getName() + "`");
    }
    ScalarFunction function = operator.function();
    List<RexNode> operands = call.getOperands().stream().map(this::exact).toList();
    RexNode constant = Constants.fold(function, operands, sql);
    if (constant != null) {
      return constant;
    }
    RexNode result = rendered(function, operands, lenient);
    boolean twoValued = !call.getType().isNullable();
    return !lenient && twoValued && !(result instanceof RexLiteral)
        ? sql.firstPresent(result, sql.truth(false))
        : result;
  }

  private RexNode rendered(ScalarFunction function, List<RexNode> operands, boolean lenient) {
    try {
      ScalarRendering rendering = sql.dialect().scalars().of(function, sql.dialect());
      return new MultivalueCalls(sql, function, rendering, lenient).call(operands);
    } catch (ExportRefusal refused) {
      ScalarArguments call = new ScalarArguments(sql, function, operands, lenient);
      return sql.dialect().otherwise(call, refused);
    }
  }

  private RexNode firstPresent(List<RexNode> operands) {
    List<RexNode> values = new ArrayList<>();
    for (RexNode operand : operands) {
      RexNode value = exact(operand);
      if (!Sql.isNull(value)) {
        values.add(value);
      }
      if (value instanceof RexLiteral && !Sql.isNull(value)) {
        // What follows a constant is never looked at.
        break;
      }
    }
    if (values.isEmpty()) {
      return sql.nothing(SqlShape.TEXT);
    }
    List<RexNode> alike = sql.alike(values);
    return alike.size() == 1 ? alike.get(0) : sql.firstPresent(alike.toArray(RexNode[]::new));
  }
}
