package karst.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import karst.ast.Expression;
import karst.ast.FieldName;

/** Collects the fields that eval expressions read. */
final class ExpressionUses {
  // With one of these an expression is prepared for a field that is not there.
  // A bare null names a field that nobody has, and so means what it says.
  private static final Set<String> NULLS = Set.of("null", "NULL", "Null");
  private static final Set<String> TESTS = Set.of("isnull", "isnotnull", "coalesce", "typeof");

  private final List<FieldUse> found = new ArrayList<>();
  private final Set<String> tested = new HashSet<>();

  static List<FieldUse> of(Expression expression) {
    ExpressionUses uses = new ExpressionUses();
    uses.collect(expression, false);
    return uses.found.stream()
        .map(
            use ->
                new FieldUse(
                    use.field(),
                    use.parts(),
                    use.lenient() || uses.tested.contains(use.field().name())))
        .toList();
  }

  private void collect(Expression expression, boolean lenient) {
    if (expression instanceof Expression.Field field && isNull(field)) {
      return;
    }
    if (expression instanceof Expression.Field field) {
      add(field.name(), field, List.of(), lenient);
    } else if (expression instanceof Expression.DottedName dotted) {
      List<String> parts = dotted.parts().stream().map(Expression.Field::name).toList();
      add(dotted.name(), dotted, parts, lenient);
    } else if (expression instanceof Expression.Unary unary) {
      collect(unary.operand(), lenient);
    } else if (expression instanceof Expression.Binary binary) {
      collect(binary.left(), lenient);
      collect(binary.right(), lenient);
    } else if (expression instanceof Expression.In in) {
      collect(in.value(), lenient);
      in.items().forEach(item -> collect(item, lenient));
    } else if (expression instanceof Expression.Call call) {
      boolean tests = TESTS.contains(call.name().toLowerCase(Locale.ROOT));
      call.arguments().forEach(argument -> collect(argument, lenient || tests));
    }
  }

  private static boolean isNull(Expression.Field field) {
    return !field.quoted() && NULLS.contains(field.name());
  }

  private void add(String name, Expression place, List<String> parts, boolean lenient) {
    found.add(new FieldUse(new FieldName(name, place.span()), parts, lenient));
    if (lenient) {
      tested.add(name);
    }
  }
}
