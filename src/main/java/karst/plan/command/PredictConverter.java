package karst.plan.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.command.Predict;
import karst.function.library.NormalDistribution;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.TypeMapping;
import karst.plan.rel.Forecast;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.Table;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rex.RexNode;

/** Plans {@code predict}. */
public final class PredictConverter implements CommandConverter<Predict> {
  @Override
  public void convert(Predict command, PlanBuilder plan) {
    if (plan.find(Table.TIME_FIELD) == null && !plan.isOpen()) {
      plan.context()
          .error(DiagnosticCode.UNKNOWN_FIELD, command.span(), "`predict` needs the field `_time`");
      return;
    }
    List<Integer> columns = new ArrayList<>();
    for (Predict.Series series : command.shown()) {
      String name = series.field().name();
      if (plan.indexOf(name) < 0) {
        plan.assign(name, plan.field(series.field()));
      }
      columns.add(plan.indexOf(name));
    }
    Map<String, RexNode> outputs = new LinkedHashMap<>();
    List<String> fields = List.copyOf(plan.names());
    List<Column> schema = new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    List<String> made = new ArrayList<>();
    for (Predict.Series series : command.shown()) {
      made.add(command.lower().nameOf("lower", series));
      made.add(series.name());
      made.add(command.upper().nameOf("upper", series));
    }
    made.forEach(name -> schema.add(new Column("$" + schema.size(), SplType.NUMBER)));
    plan.transform(forecast(command, columns, plan), new Schema(schema));
    List<RexNode> after = plan.columns();
    for (int i = 0; i < fields.size(); i++) {
      outputs.put(fields.get(i), after.get(i));
    }
    for (int i = 0; i < made.size(); i++) {
      outputs.put(made.get(i), after.get(fields.size() + i));
    }
    plan.project(List.copyOf(outputs.values()), List.copyOf(outputs.keySet()));
  }

  private static Forecast forecast(Predict command, List<Integer> columns, PlanBuilder plan) {
    Forecast.Model model =
        switch (command.algorithm()) {
          case LL -> Forecast.Model.LEVEL;
          case LLT -> Forecast.Model.TREND;
          case LLP -> Forecast.Model.SEASON;
          case LLP5 -> Forecast.Model.TREND_AND_SEASON;
        };
    return new Forecast(
        columns,
        plan.indexOf(Table.TIME_FIELD),
        model,
        command.period(),
        command.future(),
        command.holdback(),
        List.of(
            -NormalDistribution.within(command.lower().percent() / 100.0),
            0.0,
            NormalDistribution.within(command.upper().percent() / 100.0)),
        Diagnostic.warning(
                DiagnosticCode.TOO_FEW_NUMBERS, "there are too few numbers to predict from")
            .hint("`" + command.algorithm() + "` needs " + least(command, model)));
  }

  private static String least(Predict command, Forecast.Model model) {
    return command.algorithm() == Predict.Algorithm.LLP
        ? "two periods of them"
        : "at least " + model.least();
  }
}
