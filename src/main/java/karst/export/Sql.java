package karst.export;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import karst.type.Numbers;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/** Makes expressions of a dialect's SQL, each of one {@link SqlShape}. */
public final class Sql {
  private static final BigDecimal MOST_EXACT = BigDecimal.valueOf(Numbers.MAX_EXACT_INTEGER);

  private final RexBuilder rex;
  private final Dialect dialect;
  private final double now;
  private final ZoneId zone;
  private int elements;

  Sql(RexBuilder rex, Dialect dialect, double now, ZoneId zone) {
    this.rex = rex;
    this.dialect = dialect;
    this.now = now;
    this.zone = zone;
  }

  /** Returns the dialect. */
  public Dialect dialect() {
    return dialect;
  }

  /** Returns the time that the search takes for now, in seconds since the epoch. */
  public double now() {
    return now;
  }

  /** Returns the time zone of the search. */
  public ZoneId zone() {
    return zone;
  }

  /** Returns Calcite's maker of expressions. */
  RexBuilder rex() {
    return rex;
  }

  /** Returns the shape of an expression. */
  public static SqlShape shape(RexNode node) {
    return SqlShape.of(node.getType());
  }

  /** Returns the type of a shape. */
  RelDataType type(SqlShape shape) {
    return shape.type(rex.getTypeFactory());
  }

  /** Returns a text constant. */
  public RexNode text(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new ExportRefusal("a text has a character of code 0");
    }
    return rex.makeLiteral(value, type(SqlShape.TEXT), false, false);
  }

  /** Returns a truth constant. */
  public RexNode truth(boolean value) {
    return rex.makeLiteral(value);
  }

  /** Returns null in a shape. */
  public RexNode nothing(SqlShape shape) {
    return rex.makeNullLiteral(type(shape));
  }

  /** Returns a number constant. */
  public RexNode number(BigDecimal value) {
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    if (whole && value.abs().compareTo(MOST_EXACT) <= 0) {
      return rex.makeExactLiteral(new BigDecimal(value.toBigInteger()));
    }
    String text = Double.toString(value.doubleValue());
    return call(SqlShape.NUMBER, dialect.doubleLiteral().apply(text));
  }

  /** Returns an expression by a template. */
  public RexNode call(SqlShape shape, String template, RexNode... operands) {
    return rex.makeCall(type(shape), TemplateFunction.of(template, type(shape)), List.of(operands));
  }

  /** Returns a call of an operator of standard SQL. */
  RexNode standard(SqlShape shape, SqlOperator operator, List<RexNode> operands) {
    return rex.makeCall(type(shape), operator, operands);
  }

  /** Returns a value as text; null stays null. */
  public RexNode toText(RexNode value) {
    return switch (shape(value)) {
      case TEXT -> value;
      case NUMBER -> call(SqlShape.TEXT, dialect.textOfNumber(), value);
      case INTEGER -> call(SqlShape.TEXT, dialect.textOfInteger(), value);
      case LIST -> call(SqlShape.TEXT, dialect.first(), value);
      case TRUTH -> throw new ExportRefusal("a truth value is used as a text");
    };
  }

  /** Returns a text as it is compared and sorted: by its bytes; what is no text as it is. */
  public RexNode byBytes(RexNode value) {
    return shape(value) != SqlShape.TEXT || dialect.byBytes().equals("{0}")
        ? value
        : call(SqlShape.TEXT, dialect.byBytes(), value);
  }

  /** Returns a value as the number that it is; null where it is none. */
  public RexNode toNumber(RexNode value) {
    return switch (shape(value)) {
      case TEXT -> numberOf(value);
      case NUMBER, INTEGER -> value;
      case LIST -> toNumber(toText(value));
      case TRUTH -> nothing(SqlShape.NUMBER);
    };
  }

  private RexNode numberOf(RexNode text) {
    String constant = constant(text);
    if (constant == null) {
      return call(SqlShape.NUMBER, dialect.numberOfText(), text);
    }
    if (!Numbers.isNumber(constant)) {
      return nothing(SqlShape.NUMBER);
    }
    double number = Numbers.parse(constant);
    return Double.isFinite(number)
        ? number(new BigDecimal(constant))
        : call(SqlShape.NUMBER, "CAST('" + number + "' AS " + dialect.doubleType() + ")");
  }

  /** Returns a number as a 64-bit float, so that arithmetic with it is that of floats. */
  public RexNode toDouble(RexNode value) {
    RexNode number = toNumber(value);
    boolean integer = shape(number) == SqlShape.INTEGER && !(number instanceof RexLiteral);
    return integer
        ? call(SqlShape.NUMBER, "CAST({0} AS " + dialect.doubleType() + ")", number)
        : number;
  }

  /** Returns a value as a list; null stays null. */
  public RexNode toList(RexNode value) {
    if (shape(value) == SqlShape.LIST) {
      return value;
    }
    if (isNull(value)) {
      return nothing(SqlShape.LIST);
    }
    RexNode text = toText(value);
    return constant(text) == null
        ? choice(
            List.of(
                isPresent(text),
                call(SqlShape.LIST, dialect.listOfText(), text),
                nothing(SqlShape.LIST)))
        : call(SqlShape.LIST, dialect.listOfText(), text);
  }

  /** Returns a value in a shape. */
  RexNode to(SqlShape shape, RexNode value) {
    if (isNull(value)) {
      return nothing(shape);
    }
    return switch (shape) {
      case TEXT -> toText(value);
      case NUMBER, INTEGER -> toNumber(value);
      case LIST -> toList(value);
      case TRUTH -> value;
    };
  }

  /** Returns values in the one shape that holds all of them. */
  List<RexNode> alike(List<RexNode> values) {
    List<SqlShape> shapes =
        values.stream().filter(value -> !isNull(value)).map(Sql::shape).distinct().toList();
    SqlShape common = shapes.isEmpty() ? SqlShape.TEXT : SqlShape.common(shapes);
    return values.stream().map(value -> to(common, value)).toList();
  }

  /** Returns the text of a constant, or null. */
  public static @Nullable String constant(RexNode node) {
    return node instanceof RexLiteral literal && !literal.isNull() && shape(node) == SqlShape.TEXT
        ? literal.getValueAs(String.class)
        : null;
  }

  /** Returns whether an expression is the constant null. */
  public static boolean isNull(RexNode node) {
    return node instanceof RexLiteral literal && literal.isNull();
  }

  /** Returns whether a value is there. */
  public RexNode isPresent(RexNode value) {
    return rex.makeCall(SqlStdOperatorTable.IS_NOT_NULL, value);
  }

  /** Returns the conjunction of conditions. */
  public RexNode and(RexNode... conditions) {
    return junction(Junction.AND, List.of(conditions));
  }

  /** Returns the disjunction of conditions. */
  public RexNode or(RexNode... conditions) {
    return junction(Junction.OR, List.of(conditions));
  }

  RexNode junction(Junction operator, List<RexNode> conditions) {
    return conditions.size() == 1
        ? conditions.get(0)
        : rex.makeCall(type(SqlShape.TRUTH), operator, conditions);
  }

  /** Returns the negation of a condition; of null it is null. */
  public RexNode not(RexNode condition) {
    return rex.makeCall(SqlStdOperatorTable.NOT, condition);
  }

  /** Returns the first value that is there; the values are of one shape. */
  public RexNode firstPresent(RexNode... values) {
    return standard(shape(values[0]), SqlStdOperatorTable.COALESCE, List.of(values));
  }

  /** Returns a choice: condition, value, ..., last the value when no condition is true. */
  public RexNode choice(List<RexNode> operands) {
    RelDataType type = operands.get(operands.size() - 1).getType();
    return rex.makeCall(type, new Choice(type), operands);
  }

  /** Returns an operator of comparison between values of one shape. */
  public RexNode compare(SqlOperator operator, RexNode left, RexNode right) {
    return standard(SqlShape.TRUTH, operator, List.of(left, right));
  }

  /** Returns a list with something for each value of a list. */
  public RexNode each(RexNode list, UnaryOperator<RexNode> function) {
    String element = element();
    RexNode body = toText(function.apply(call(SqlShape.TEXT, element)));
    return call(SqlShape.LIST, dialect.each(element), list, body);
  }

  /** Returns whether a condition is true of any value of a list; null for no list. */
  public RexNode any(RexNode list, UnaryOperator<RexNode> condition) {
    String element = element();
    RexNode body = condition.apply(call(SqlShape.TEXT, element));
    return call(SqlShape.TRUTH, dialect.any(element), list, body);
  }

  private String element() {
    elements++;
    return elements == 1 ? "v" : "v" + elements;
  }

  /** Returns operands of which one is replaced. */
  static List<RexNode> replaced(List<RexNode> operands, int index, RexNode value) {
    List<RexNode> result = new ArrayList<>(operands);
    result.set(index, value);
    return result;
  }
}
