package karst.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karst.function.library.SearchPredicates;
import karst.type.Numbers;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/** Writes row expressions with field names, in a notation close to SPL's own. */
public final class RexPrinter {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
  private static final int ATOM = 10;
  private static final int COMPARISON = 6;
  private static final int NOT = 5;
  private static final int AND = 4;
  private static final int OR = 3;

  private final List<String> names;

  private RexPrinter(List<String> names) {
    this.names = names;
  }

  /** Returns an expression as text; {@code names} are those of the input's columns. */
  public static String print(RexNode node, List<String> names) {
    return new RexPrinter(names).print(node, 0);
  }

  private String print(RexNode node, int outer) {
    if (node instanceof RexInputRef input) {
      return name(names.get(input.getIndex()));
    }
    if (node instanceof RexLiteral literal) {
      return literal(literal);
    }
    if (node instanceof RexCall call) {
      int strength = strength(call);
      String text = call(call, strength);
      return strength < outer ? "(" + text + ")" : text;
    }
    return node.toString();
  }

  private static String name(String name) {
    return PLAIN_NAME.matcher(name).matches() ? name : "'" + name + "'";
  }

  private static String literal(RexLiteral literal) {
    if (literal.isNull()) {
      return "null";
    }
    return switch (literal.getTypeName()) {
      case CHAR, VARCHAR ->
          "\"" + String.valueOf(literal.getValueAs(String.class)).replace("\"", "\\\"") + "\"";
      case BOOLEAN -> RexLiteral.booleanValue(literal) ? "true" : "false";
      default -> {
        BigDecimal number = literal.getValueAs(BigDecimal.class);
        yield number == null ? literal.toString() : Numbers.format(number.doubleValue());
      }
    };
  }

  private static int strength(RexCall call) {
    return switch (call.getKind()) {
      case AND -> AND;
      case OR -> OR;
      case NOT -> NOT;
      default -> isInfix(call) ? COMPARISON : ATOM;
    };
  }

  private static boolean isInfix(RexCall call) {
    String symbol = symbol(call);
    return call.getOperands().size() == 2 && !Character.isLetter(symbol.charAt(0));
  }

  private static String symbol(RexCall call) {
    String name = call.getOperator().getName();
    return name.startsWith(SearchPredicates.PREFIX)
        ? name.substring(SearchPredicates.PREFIX.length())
        : name;
  }

  private String call(RexCall call, int strength) {
    List<RexNode> operands = call.getOperands();
    return switch (call.getKind()) {
      case AND -> joined(operands, " AND ", AND + 1);
      case OR -> joined(operands, " OR ", OR + 1);
      case NOT -> "NOT " + print(operands.get(0), NOT);
      case IS_NULL -> "isnull(" + print(operands.get(0), 0) + ")";
      case IS_NOT_NULL -> "isnotnull(" + print(operands.get(0), 0) + ")";
      case CASE -> "case(" + joined(operands, ", ", 0) + ")";
      default -> {
        if (strength == COMPARISON) {
          yield joined(operands, " " + symbol(call) + " ", COMPARISON + 1);
        }
        yield symbol(call) + "(" + joined(operands, ", ", 0) + ")";
      }
    };
  }

  private String joined(List<RexNode> operands, String separator, int strength) {
    Stream<String> texts = operands.stream().map(operand -> print(operand, strength));
    return texts.collect(Collectors.joining(separator));
  }
}
