package karst.plan;

import static karst.type.SplType.STRING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.Expression;
import karst.command.TableName;
import karst.function.Compiled;
import karst.function.Kernels;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.source.DiagnosticCode;
import karst.type.JsonValue;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Plans {@code lookup(...)}: the rows of the lookup are read while the search is planned, and the
 * call becomes one of a function that has them.
 */
final class LookupFunction {
  private static final Compiled<JsonValue> JSON =
      new Compiled<>("json", text -> orNull(JsonValue.parse(text)));

  private LookupFunction() {}

  static RexNode convert(List<Expression> arguments, ExpressionConverter converter) {
    PlanContext context = converter.context();
    if (!(arguments.get(0) instanceof Expression.StringLiteral name)) {
      context.error(
          DiagnosticCode.FUNCTION_ARGUMENTS,
          arguments.get(0).span(),
          "`lookup` takes the name of a lookup in quotes");
      return context.nothing();
    }
    RexNode input = converter.operand(arguments.get(1));
    RexNode outputs = converter.operand(arguments.get(2));
    LookupSource source =
        LookupSource.find(new TableName(name.value(), name.span()), List.of(), context);
    if (source == null) {
      return context.nothing();
    }
    if (source.definition().time() != null) {
      context.error(
          DiagnosticCode.UNSUPPORTED,
          name.span(),
          "`lookup` as a function knows no time: use the command `lookup`");
      return context.nothing();
    }
    StageRows rows = context.stages().run(source.rows(source.columns(), context));
    return rows == null
        ? context.nothing()
        : context.call(function(new LookupRows(source.definition(), rows)), input, outputs);
  }

  private static ScalarFunction function(LookupRows rows) {
    return ScalarFunction.named("lookup " + rows.definition().name(), "Fields of a lookup as JSON")
        .param("input", STRING)
        .param("outputs", STRING)
        .returns(STRING)
        .kernel(Kernels.text(row -> answer(row, rows)));
  }

  private static @Nullable String answer(Row row, LookupRows rows) {
    if (!(JSON.of(row, 0) instanceof JsonValue.Members input)
        || !(JSON.of(row, 1) instanceof JsonValue.Array outputs)) {
      return null;
    }
    Map<String, String> keys = new LinkedHashMap<>();
    input.members().forEach((field, value) -> keys.put(field, value.asText()));
    Map<String, JsonValue> found = new LinkedHashMap<>();
    for (JsonValue output : outputs.elements()) {
      List<JsonValue> values = new ArrayList<>();
      rows.values(keys, output.asText()).forEach(text -> values.add(new JsonValue.Text(text)));
      if (!values.isEmpty()) {
        boolean several = values.size() > 1;
        found.put(output.asText(), several ? new JsonValue.Array(values) : values.get(0));
      }
    }
    return found.isEmpty() ? null : new JsonValue.Members(found).toJson();
  }

  private static JsonValue orNull(@Nullable JsonValue value) {
    return value == null ? new JsonValue.Null() : value;
  }
}
