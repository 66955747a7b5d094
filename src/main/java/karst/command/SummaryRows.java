package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what another command will need, so that this one can be run on the rows later and gives
 * what it would have given at once (spl-semantics §6.2).
 *
 * @param command the other command: stats, chart, timechart, top or rare
 */
public record SummaryRows(Command command, Span span) implements Command {
  /** How {@code sichart} is written. */
  public static final CommandSyntax<SummaryRows> SICHART =
      Chart.SYNTAX.under("sichart", summary("chart"), SummaryRows::of);

  /** How {@code sirare} is written. */
  public static final CommandSyntax<SummaryRows> SIRARE =
      Rare.SYNTAX.under("sirare", summary("rare"), SummaryRows::of);

  /** How {@code sistats} is written. */
  public static final CommandSyntax<SummaryRows> SISTATS =
      Stats.SYNTAX.under("sistats", summary("stats"), SummaryRows::of);

  /** How {@code sitimechart} is written. */
  public static final CommandSyntax<SummaryRows> SITIMECHART =
      Timechart.SYNTAX.under("sitimechart", summary("timechart"), SummaryRows::of);

  /** How {@code sitop} is written. */
  public static final CommandSyntax<SummaryRows> SITOP =
      Top.SYNTAX.under("sitop", summary("top"), SummaryRows::of);

  private static String summary(String command) {
    return "Keeps what " + command + " needs, for a later search";
  }

  private static SummaryRows of(Command command) {
    return new SummaryRows(command, command.span());
  }

  /** Returns the fields that the other command groups by or counts. */
  public List<FieldName> keys() {
    List<FieldName> keys = new ArrayList<>();
    if (command instanceof Stats stats) {
      keys.addAll(stats.by());
    } else if (command instanceof Chart chart) {
      add(chart.row(), keys);
      add(chart.column(), keys);
    } else if (command instanceof Timechart timechart) {
      if (timechart.by() != null) {
        keys.add(timechart.by());
      }
    } else {
      Frequency frequency =
          command instanceof Top top ? top.frequency() : ((Rare) command).frequency();
      keys.addAll(frequency.by());
      keys.addAll(frequency.fields());
    }
    return keys;
  }

  private static void add(Chart.@Nullable Split split, List<FieldName> keys) {
    if (split != null) {
      keys.add(split.field());
    }
  }

  /** Returns the aggregations of the other command. */
  public List<AggregateCall> aggregates() {
    List<AggregateCall> calls = new ArrayList<>();
    SeriesFilter filter = null;
    if (command instanceof Stats stats) {
      calls.addAll(stats.aggregates());
    } else if (command instanceof Chart chart) {
      calls.addAll(chart.aggregates());
      filter = chart.series().filter();
    } else if (command instanceof Timechart timechart) {
      calls.addAll(timechart.aggregates());
      filter = timechart.series().filter();
    }
    if (filter != null) {
      calls.add(filter.aggregate());
    }
    return calls;
  }

  @Override
  public String toSpl() {
    return "si" + command.toSpl();
  }
}
