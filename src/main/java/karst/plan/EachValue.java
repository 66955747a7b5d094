package karst.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import karst.ast.Expression;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.SplType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Plans {@code mvmap} and {@code mvfilter}: an expression is computed for each value of a field,
 * and within it the field is that value (spl-semantics §3.8).
 */
final class EachValue {
  private final ExpressionConverter converter;
  private final PlanContext context;

  EachValue(ExpressionConverter converter) {
    this.converter = converter;
    this.context = converter.context();
  }

  /** The first field of the list's expression is bound to each value. */
  RexNode map(List<Expression> arguments) {
    Set<String> fields = new LinkedHashSet<>();
    collect(arguments.get(0), fields);
    if (fields.isEmpty()) {
      return fault(arguments.get(0).span(), "`mvmap` needs a field whose values are mapped");
    }
    RexNode list = converter.operand(arguments.get(0));
    return call(list, body(fields.iterator().next()).operand(arguments.get(1)));
  }

  /** Keeps the values for which the condition on their field is true. */
  RexNode filter(List<Expression> arguments) {
    Set<String> fields = new LinkedHashSet<>();
    collect(arguments.get(0), fields);
    if (fields.size() != 1) {
      return fault(
          arguments.get(0).span(),
          fields.isEmpty()
              ? "`mvfilter` needs a field whose values are filtered"
              : "`mvfilter` takes a condition on one field, but these are several: "
                  + String.join(", ", fields));
    }
    String field = fields.iterator().next();
    RexNode list = converter.scope().find(field);
    if (list == null) {
      context.unknownField(field, arguments.get(0).span(), converter.scope());
      list = context.nothing();
    }
    ExpressionConverter body = body(field);
    RexNode condition = body.condition(arguments.get(0));
    return call(list, body.choice(List.of(condition, element(context, 0), context.nothing())));
  }

  private RexNode fault(Span span, String message) {
    context.diagnostics().add(Diagnostic.error(DiagnosticCode.FUNCTION_ARGUMENTS, message), span);
    return context.nothing();
  }

  private ExpressionConverter body(String field) {
    return new ExpressionConverter(context, new ElementScope(context, converter.scope(), field));
  }

  private RexNode call(RexNode list, RexNode body) {
    return context
        .rex()
        .makeCall(
            context.type(SplType.multivalue(SplType.DYNAMIC)),
            SpecialOperators.EACH_VALUE,
            List.of(list, body));
  }

  private static RexNode element(PlanContext context, int depth) {
    RexNode literal = context.number(BigDecimal.valueOf(depth));
    return context
        .rex()
        .makeCall(context.type(SplType.DYNAMIC), SpecialOperators.ELEMENT, List.of(literal));
  }

  /**
   * Collects the fields of an expression; a dotted name is one field if there is one of its name.
   */
  private void collect(Expression expression, Set<String> fields) {
    if (expression instanceof Expression.Field field) {
      boolean constant = !field.quoted() && List.of("true", "false", "null").contains(field.name());
      if (!constant || converter.scope().find(field.name()) != null) {
        fields.add(field.name());
      }
    } else if (expression instanceof Expression.DottedName dotted) {
      boolean known =
          dotted.parts().stream().anyMatch(part -> converter.scope().find(part.name()) != null);
      if (converter.scope().find(dotted.name()) != null || !known) {
        fields.add(dotted.name());
      } else {
        dotted.parts().forEach(part -> fields.add(part.name()));
      }
    } else {
      parts(expression).forEach(part -> collect(part, fields));
    }
  }

  private static List<Expression> parts(Expression expression) {
    if (expression instanceof Expression.Unary unary) {
      return List.of(unary.operand());
    }
    if (expression instanceof Expression.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (expression instanceof Expression.In in) {
      List<Expression> parts = new ArrayList<>(in.items());
      parts.add(0, in.value());
      return parts;
    }
    return expression instanceof Expression.Call call ? call.arguments() : List.of();
  }

  /**
   * The fields within the expression: one of them is the value, values of expressions around it are
   * one step further out.
   */
  private record ElementScope(PlanContext context, FieldScope around, String field)
      implements FieldScope {
    @Override
    public @Nullable RexNode find(String name) {
      if (name.equals(field)) {
        return element(context, 0);
      }
      RexNode found = around.find(name);
      if (found instanceof RexCall call && call.getOperator() == SpecialOperators.ELEMENT) {
        return element(context, RexLiteral.intValue(call.getOperands().get(0)) + 1);
      }
      return found;
    }

    @Override
    public Collection<String> names() {
      return around.names();
    }

    @Override
    public boolean isOpen() {
      return around.isOpen();
    }
  }
}
