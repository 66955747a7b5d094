package karst.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.model.ModelField;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a data model's events, over the columns of a table: a calculation sees the results
 * of those before it, and a field that no column provides is null (spl-semantics §7.1).
 *
 * <p>Only what a search asks for is calculated.
 */
final class EventScope {
  private final PlanContext context;
  private final FieldScope columns;
  private final List<ModelField> fields;
  private final List<String> names;
  private final Map<String, RexNode> values = new HashMap<>();

  EventScope(PlanContext context, FieldScope columns, List<ModelField> fields) {
    this.context = context;
    this.columns = columns;
    this.fields = List.copyOf(fields);
    this.names = fields.stream().map(ModelField::qualifiedName).toList();
  }

  /** Returns the value of one of the fields. */
  RexNode value(ModelField field) {
    String name = field.qualifiedName();
    RexNode known = values.get(name);
    if (known != null) {
      return known;
    }
    String calculation = field.calculation();
    RexNode value =
        calculation == null
            ? column(field.name())
            : calculate(field, calculation, before(names.indexOf(name)));
    values.put(name, value);
    return value;
  }

  /** Returns the scope of conditions over finished events, by their unprefixed names. */
  FieldScope finished() {
    return before(fields.size());
  }

  private RexNode column(String name) {
    RexNode column = columns.find(name);
    return column == null ? context.nothing() : column;
  }

  private RexNode calculate(ModelField field, String calculation, FieldScope scope) {
    SourceMap text =
        SourceMap.identity(SourceText.of("<" + field.qualifiedName() + ">", calculation));
    Diagnostics diagnostics = new Diagnostics(text);
    PlanContext inner = context.withDiagnostics(diagnostics);
    RexNode value =
        new ExpressionConverter(inner, scope).value(context.parser().parseExpression(text));
    diagnostics.throwIfErrors();
    return value;
  }

  /** The fields as they are before the calculation at an index. */
  private FieldScope before(int index) {
    return new FieldScope() {
      @Override
      public @Nullable RexNode find(String name) {
        for (int i = index - 1; i >= 0; i--) {
          if (fields.get(i).name().equals(name)) {
            return value(fields.get(i));
          }
        }
        return column(name);
      }

      @Override
      public Collection<String> names() {
        List<String> names = new ArrayList<>(columns.names());
        fields.subList(0, index).forEach(field -> names.add(field.name()));
        return names;
      }
    };
  }
}
