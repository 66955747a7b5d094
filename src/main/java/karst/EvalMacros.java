package karst;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import karst.ast.Expression;
import karst.exec.expression.EvaluatorFactory;
import karst.function.FunctionContext;
import karst.macro.MacroEvaluator;
import karst.macro.MacroValue;
import karst.parse.Parser;
import karst.plan.ExpressionConverter;
import karst.plan.FieldScope;
import karst.plan.PlanContext;
import karst.plan.TypeMapping;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.TextOf;
import karst.vector.Vector;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Evaluates the expressions in macros with the engine's own functions, over no row. */
final class EvalMacros implements MacroEvaluator {
  private static final Batch ONE_ROW = Batch.of(new Schema(List.of()), List.of(), 1);

  private final Engine engine;
  private boolean asked;

  EvalMacros(Engine engine) {
    this.engine = engine;
  }

  /** Returns whether an expression was evaluated: another time its value may be another. */
  boolean wasAsked() {
    return asked;
  }

  @Override
  public MacroValue evaluate(SourceMap expression, Map<String, String> arguments) {
    asked = true;
    Expression syntax = Parser.parseExpression(expression);
    Diagnostics diagnostics = new Diagnostics(expression);
    PlanContext context =
        engine.planContext(diagnostics, new PreparedStages(new Compiler(engine), diagnostics));
    RexNode node =
        new ExpressionConverter(context, new Arguments(context, arguments)).convert(syntax);
    diagnostics.throwIfErrors();
    FunctionContext functions = engine.runContext((done, total) -> {}).functionContext();
    Vector value = new EvaluatorFactory(functions).create(node).evaluate(ONE_ROW, Selection.all(1));
    boolean isTruth = TypeMapping.fromRel(node.getType()) instanceof SplType.Bool;
    if (isTruth) {
      boolean known = value.kindAt(0) == Kind.BOOLEAN;
      return new MacroValue.Truth(known ? (Boolean) value.booleanAt(0) : null);
    }
    return new MacroValue.Text(TextOf.row(value, 0));
  }

  /** The macro's arguments as fields. */
  private record Arguments(PlanContext context, Map<String, String> values) implements FieldScope {
    @Override
    public @Nullable RexNode find(String name) {
      String value = values.get(name);
      return value == null ? null : context.text(value);
    }

    @Override
    public Collection<String> names() {
      return values.keySet();
    }
  }
}
