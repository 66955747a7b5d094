package karst;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import karst.command.CustomCall;
import karst.plan.CommandConverter;
import karst.plan.FieldValues;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.StageRows;
import karst.plan.rel.MapBatches;
import karst.plan.rel.SplTableScan;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.table.MemoryTable;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/** Plans the commands that a program has added. */
final class CustomCommandConverter {
  private CustomCommandConverter() {}

  /** A command that looks at one row at a time: a function over batches. */
  record EachRow(Function<CustomCall, List<String>> sets, CustomCommand.RowFunction function)
      implements CommandConverter<CustomCall> {
    @Override
    public void convert(CustomCall call, PlanBuilder plan) {
      Failure failure = new Failure(call, plan.context());
      List<String> fields = failure.guard(() -> List.copyOf(sets.apply(call)));
      Schema after = FieldValues.with(plan.schema(), fields);
      plan.transform(
          new MapBatches(
              call.toSpl(),
              () ->
                  batch ->
                      FieldValues.set(
                          batch,
                          after,
                          row -> failure.guard(() -> fields(call, fields, batch, row)))),
          after);
    }

    private @Nullable Map<String, ?> fields(
        CustomCall call, List<String> declared, Batch batch, int row) {
      Map<String, ?> set = function.apply(call, new InputRow(batch, row));
      if (set != null && !declared.containsAll(set.keySet())) {
        throw new IllegalArgumentException(
            "it sets " + set.keySet() + ", but declares only " + declared);
      }
      return set;
    }
  }

  /** A command that wants all rows: they are run first, and the search goes on from the answer. */
  record AllRows(CustomCommand.TableFunction function) implements CommandConverter<CustomCall> {
    @Override
    public void convert(CustomCall call, PlanBuilder plan) {
      StageRows rows = plan.run();
      if (rows == null) {
        plan.resumeUnknown(Schema.ofStrings(List.of()));
        return;
      }
      List<InputRow> all = new ArrayList<>();
      for (Batch batch : rows.batches()) {
        for (int i = 0; i < batch.rowCount(); i++) {
          all.add(new InputRow(batch, i));
        }
      }
      Failure failure = new Failure(call, plan.context());
      MemoryTable table =
          failure.guard(
              () -> MemoryTable.builder(call.name()).rows(function.apply(call, all)).build());
      plan.set(SplTableScan.create(plan.context().cluster(), table));
    }
  }

  /** Turns what a program's function throws into an error of the search. */
  private record Failure(CustomCall call, PlanContext context) {
    <T> T guard(Supplier<T> function) {
      try {
        return function.get();
      } catch (SplException e) {
        throw e;
      } catch (RuntimeException e) {
        throw new SplException(
            Diagnostic.error(
                    DiagnosticCode.CUSTOM_COMMAND,
                    "`"
                        + call.name()
                        + "` failed: "
                        + (e.getMessage() == null ? e : e.getMessage()))
                .at(context.diagnostics().map(), call.span()),
            e);
      }
    }
  }
}
