package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import karst.ast.Expression;

/** The columns that an eval expression may read. */
public final class ExpressionFields {
  private ExpressionFields() {}

  /** Returns their positions; a bare name with dots may be one column, or one for each part. */
  public static List<Integer> in(Expression expression, List<String> columns) {
    Set<String> names = new LinkedHashSet<>();
    NamedFields.collect(expression, names);
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (names.contains(column) || names.containsAll(List.of(column.split("\\.", -1)))) {
        positions.add(i);
      }
    }
    return positions;
  }
}
