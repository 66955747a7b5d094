package karst.exec.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.function.Row;
import karst.plan.rel.FillGaps;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Sorts rows by bins and adds a row for each bin that has none. */
public final class FillGapsOperator extends BlockingOperator {
  /** Rows with more bins keep their gaps. */
  private static final int MAX_BINS = 50_000;

  /** No row of the input: one that is added. */
  private static final int NO_ROW = -1;

  private final FillGaps gaps;
  private final Schema schema;
  private final RunContext context;

  /** Opens the only input's rows. */
  public FillGapsOperator(
      FillGaps gaps,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("makecontinuous", inputs.get(0), schemas.get(0), context);
    this.gaps = gaps;
    this.schema = schema;
    this.context = context;
  }

  /** A row that comes out: one of the input or a new one, and the start of its bin. */
  private record Place(int row, double bin) {}

  @Override
  Batch transform(Batch all) {
    Vector values = all.vector(gaps.column());
    List<Place> places = new ArrayList<>();
    List<Place> others = new ArrayList<>();
    for (int row = 0; row < values.size(); row++) {
      double number = number(values, row);
      if (Double.isNaN(number)) {
        others.add(new Place(row, number));
      } else if (!isOutside(number)) {
        places.add(new Place(row, number));
      }
    }
    List<Place> filled = places.isEmpty() ? places : filled(places);
    filled.addAll(others);
    return rows(all, filled);
  }

  private boolean isOutside(double number) {
    Double start = gaps.start();
    Double end = gaps.end();
    return (start != null && number < start) || (end != null && number > end);
  }

  private static double number(Vector values, int row) {
    boolean single = values.kindAt(row) == Kind.NUMBER || values.kindAt(row) == Kind.TEXT;
    double number = single ? Row.numberOf(values, row) : Double.NaN;
    return Double.isInfinite(number) ? Double.NaN : number;
  }

  private List<Place> filled(List<Place> places) {
    double low = places.stream().mapToDouble(Place::bin).min().orElse(0);
    double high = places.stream().mapToDouble(Place::bin).max().orElse(0);
    boolean whole = places.stream().allMatch(place -> place.bin() == Math.rint(place.bin()));
    Double start = gaps.start();
    Double end = gaps.end();
    double from = start == null ? low : start;
    double to = end == null ? high : Math.max(high, Math.nextDown(end));
    GapBins bins = GapBins.of(gaps, from, to, whole, context.zone());
    List<Place> sorted = new ArrayList<>();
    places.forEach(place -> sorted.add(new Place(place.row(), bins.floor(place.bin()))));
    sorted.sort(Comparator.comparingDouble(Place::bin));
    List<Place> filled = new ArrayList<>();
    int next = 0;
    double last = bins.floor(to);
    int count = 0;
    for (double bin = bins.floor(from); bin <= last; bin = bins.next(bin)) {
      if (++count > MAX_BINS) {
        context.report(
            Diagnostic.warning(
                DiagnosticCode.ROW_LIMIT,
                "`makecontinuous` would make more than " + MAX_BINS + " bins: no rows are added"));
        return sorted;
      }
      if (next == sorted.size() || sorted.get(next).bin() != bin) {
        filled.add(new Place(NO_ROW, bin));
      }
      while (next < sorted.size() && sorted.get(next).bin() <= bin) {
        filled.add(sorted.get(next++));
      }
    }
    filled.addAll(sorted.subList(next, sorted.size()));
    return filled;
  }

  private Batch rows(Batch all, List<Place> places) {
    List<Vector> vectors = new ArrayList<>();
    for (int column = 0; column < schema.size(); column++) {
      Vector from = all.vector(column);
      VectorBuilder out = new VectorBuilder(places.size());
      for (Place place : places) {
        if (column == gaps.column() && !Double.isNaN(place.bin())) {
          out.append(place.bin());
        } else if (place.row() == NO_ROW) {
          out.appendNull();
        } else {
          out.append(from, place.row());
        }
      }
      vectors.add(out.build());
    }
    return Batch.of(schema, vectors, places.size());
  }
}
