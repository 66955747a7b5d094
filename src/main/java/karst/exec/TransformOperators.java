package karst.exec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.exec.operator.AssociationsOperator;
import karst.exec.operator.AutoBinOperator;
import karst.exec.operator.ClusterOperator;
import karst.exec.operator.ColumnTotalsOperator;
import karst.exec.operator.CombineOperator;
import karst.exec.operator.ConcurrencyOperator;
import karst.exec.operator.CooccurrencesOperator;
import karst.exec.operator.EventstatsOperator;
import karst.exec.operator.FieldSummaryOperator;
import karst.exec.operator.FillDownOperator;
import karst.exec.operator.FillGapsOperator;
import karst.exec.operator.ForecastOperator;
import karst.exec.operator.LocateOperator;
import karst.exec.operator.LookupOperator;
import karst.exec.operator.MapBatchesOperator;
import karst.exec.operator.MapSquaresOperator;
import karst.exec.operator.OutlierOperator;
import karst.exec.operator.PredictorsOperator;
import karst.exec.operator.RankingOperator;
import karst.exec.operator.RequireRowsOperator;
import karst.exec.operator.ReverseOperator;
import karst.exec.operator.RowDiffOperator;
import karst.exec.operator.RowLimitOperator;
import karst.exec.operator.RulesOperator;
import karst.exec.operator.SelfJoinOperator;
import karst.exec.operator.SeriesOperator;
import karst.exec.operator.SetOperator;
import karst.exec.operator.SharedItemsOperator;
import karst.exec.operator.SideBySideOperator;
import karst.exec.operator.StreamstatsOperator;
import karst.exec.operator.TextRowOperator;
import karst.exec.operator.TimeRegionsOperator;
import karst.exec.operator.TransactionOperator;
import karst.exec.operator.UnexpectedOperator;
import karst.exec.operator.UniqOperator;
import karst.exec.operator.UnlikelyOperator;
import karst.exec.operator.UntableOperator;
import karst.exec.operator.WriteFileOperator;
import karst.plan.rel.Associations;
import karst.plan.rel.AutoBin;
import karst.plan.rel.Clusters;
import karst.plan.rel.ColumnTotals;
import karst.plan.rel.Combine;
import karst.plan.rel.Cooccurrences;
import karst.plan.rel.Eventstats;
import karst.plan.rel.FieldSummary;
import karst.plan.rel.FillDown;
import karst.plan.rel.FillGaps;
import karst.plan.rel.Forecast;
import karst.plan.rel.FormatRows;
import karst.plan.rel.InProgress;
import karst.plan.rel.Locate;
import karst.plan.rel.Lookup;
import karst.plan.rel.MapBatches;
import karst.plan.rel.MapSquares;
import karst.plan.rel.Outliers;
import karst.plan.rel.Predictors;
import karst.plan.rel.Ranking;
import karst.plan.rel.RequireRows;
import karst.plan.rel.ReturnValues;
import karst.plan.rel.Reverse;
import karst.plan.rel.RowDiff;
import karst.plan.rel.RowLimit;
import karst.plan.rel.Rules;
import karst.plan.rel.SelfJoin;
import karst.plan.rel.Series;
import karst.plan.rel.SetOperation;
import karst.plan.rel.SharedItems;
import karst.plan.rel.SideBySide;
import karst.plan.rel.Streamstats;
import karst.plan.rel.TimeRegions;
import karst.plan.rel.Transaction;
import karst.plan.rel.Transformation;
import karst.plan.rel.Unexpected;
import karst.plan.rel.Uniq;
import karst.plan.rel.Unlikely;
import karst.plan.rel.Untable;
import karst.plan.rel.WriteFile;
import karst.vector.Schema;

/** The operators of the transformations: one line each. */
final class TransformOperators {
  private static final TransformOperators TABLE = new TransformOperators();

  private final Map<Class<?>, OperatorFactory<?>> factories = new HashMap<>();

  private TransformOperators() {
    with(Associations.class, AssociationsOperator::new);
    with(
        AutoBin.class,
        (bin, inputs, schemas, schema, context) ->
            new AutoBinOperator(bin, inputs.get(0), schemas.get(0), schema, context));
    with(Clusters.class, ClusterOperator::new);
    with(
        ColumnTotals.class,
        (totals, inputs, schemas, schema, context) ->
            new ColumnTotalsOperator(totals, inputs.get(0), schema, context));
    with(
        Combine.class,
        (combine, inputs, schemas, schema, context) ->
            new CombineOperator(inputs.get(0), schema, combine.column(), context));
    with(Cooccurrences.class, CooccurrencesOperator::new);
    with(
        Eventstats.class,
        (eventstats, inputs, schemas, schema, context) ->
            new EventstatsOperator(eventstats, inputs.get(0), schemas.get(0), schema, context));
    with(FieldSummary.class, FieldSummaryOperator::new);
    with(
        FillDown.class,
        (fill, inputs, schemas, schema, context) ->
            new FillDownOperator(inputs.get(0), fill.columns(), context));
    with(FillGaps.class, FillGapsOperator::new);
    with(Forecast.class, ForecastOperator::new);
    with(FormatRows.class, TextRowOperator::open);
    with(InProgress.class, ConcurrencyOperator::new);
    with(
        Locate.class,
        (locate, inputs, schemas, schema, context) ->
            new LocateOperator(locate, inputs.get(0), schema, context));
    with(Lookup.class, LookupOperator::new);
    with(
        MapBatches.class,
        (map, inputs, schemas, schema, context) ->
            new MapBatchesOperator(inputs.get(0), schemas.get(0), map.function().get(), context));
    with(MapSquares.class, MapSquaresOperator::new);
    with(Outliers.class, OutlierOperator::new);
    with(Predictors.class, PredictorsOperator::new);
    with(
        Ranking.class,
        (ranking, inputs, schemas, schema, context) ->
            new RankingOperator(ranking, inputs.get(0), schemas.get(0), schema, context));
    with(RequireRows.class, RequireRowsOperator::new);
    with(ReturnValues.class, TextRowOperator::open);
    with(
        Reverse.class,
        (reverse, inputs, schemas, schema, context) ->
            new ReverseOperator(inputs.get(0), reverse.count(), context));
    with(RowDiff.class, RowDiffOperator::new);
    with(RowLimit.class, RowLimitOperator::new);
    with(Rules.class, RulesOperator::new);
    with(SelfJoin.class, SelfJoinOperator::new);
    with(
        Series.class,
        (series, inputs, schemas, schema, context) ->
            new SeriesOperator(series, inputs.get(0), schemas.get(0), schema, context));
    with(SetOperation.class, SetOperator::new);
    with(SharedItems.class, SharedItemsOperator::new);
    with(SideBySide.class, SideBySideOperator::new);
    with(
        Streamstats.class,
        (streamstats, inputs, schemas, schema, context) ->
            new StreamstatsOperator(streamstats, inputs.get(0), schema, context));
    with(TimeRegions.class, TimeRegionsOperator::new);
    with(
        Transaction.class,
        (transaction, inputs, schemas, schema, context) ->
            new TransactionOperator(transaction, inputs.get(0), schemas.get(0), schema, context));
    with(Unexpected.class, UnexpectedOperator::new);
    with(
        Uniq.class,
        (uniq, inputs, schemas, schema, context) -> new UniqOperator(inputs.get(0), context));
    with(Unlikely.class, UnlikelyOperator::new);
    with(
        Untable.class,
        (untable, inputs, schemas, schema, context) ->
            new UntableOperator(untable, inputs.get(0), schema, context));
    with(WriteFile.class, WriteFileOperator::new);
  }

  /**
   * Opens the operators of one kind of transformation.
   *
   * @param <T> the transformation
   */
  @FunctionalInterface
  interface OperatorFactory<T extends Transformation> {
    /**
     * Opens an operator.
     *
     * @param inputs running operators; the new one closes them
     * @param schemas the inputs' columns
     * @param schema the columns that come out
     */
    Operator open(
        T transformation,
        List<Operator> inputs,
        List<Schema> schemas,
        Schema schema,
        RunContext context);
  }

  private <T extends Transformation> void with(
      Class<T> transformation, OperatorFactory<T> factory) {
    factories.put(transformation, factory);
  }

  /**
   * Opens the operator of a transformation.
   *
   * @throws IllegalArgumentException for one that the executor does not know
   */
  static Operator open(
      Transformation transformation,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    OperatorFactory<?> factory = TABLE.factories.get(transformation.getClass());
    if (factory == null) {
      throw new IllegalArgumentException("no operator for " + transformation.name());
    }
    return opened(factory, transformation, inputs, schemas, schema, context);
  }

  // The factory is under the class of the transformation that it takes.
  @SuppressWarnings("unchecked")
  private static <T extends Transformation> Operator opened(
      OperatorFactory<T> factory,
      Transformation transformation,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    return factory.open((T) transformation, inputs, schemas, schema, context);
  }
}
