package karst.exec.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.Associations;
import karst.type.ValueOrder;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.TextOf;
import org.jspecify.annotations.Nullable;

/** Compares the entropy of a column with what is left of it in the rows with one value. */
public final class AssociationsOperator extends BlockingOperator {
  private final Associations associations;
  private final Schema schema;

  /** Creates an operator. */
  public AssociationsOperator(
      Associations associations,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("associate", inputs.get(0), schemas.get(0), context);
    this.associations = associations;
    this.schema = schema;
  }

  /** A value of one column that makes the entropy of another less. */
  private record Found(
      String key, String value, String target, double before, double after, int count) {
    double improvement() {
      return before - after;
    }
  }

  @Override
  Batch transform(Batch all) {
    int rows = all.rowCount();
    List<Found> found = new ArrayList<>();
    Map<Integer, @Nullable String[]> texts = new LinkedHashMap<>();
    for (int column : associations.columns()) {
      String[] values = new String[rows];
      for (int row = 0; row < rows; row++) {
        values[row] = TextOf.row(all.vector(column), row);
      }
      texts.put(column, values);
    }
    for (Map.Entry<Integer, @Nullable String[]> reference : texts.entrySet()) {
      Map<String, List<Integer>> rowsOf = rowsOf(reference.getValue());
      for (Map.Entry<Integer, @Nullable String[]> target : texts.entrySet()) {
        if (!target.getKey().equals(reference.getKey())) {
          String key = all.schema().column(reference.getKey()).name();
          String other = all.schema().column(target.getKey()).name();
          compare(key, rowsOf, other, target.getValue(), found);
        }
      }
    }
    found.sort(
        Comparator.comparingDouble(Found::improvement)
            .reversed()
            .thenComparing(Found::key, ValueOrder.TEXT)
            .thenComparing(Found::value, ValueOrder.TEXT)
            .thenComparing(Found::target, ValueOrder.TEXT));
    RowWriter writer = new RowWriter(schema);
    found.forEach(one -> append(one, rows, writer));
    return writer.build();
  }

  private static Map<String, List<Integer>> rowsOf(@Nullable String[] texts) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < texts.length; row++) {
      String text = texts[row];
      if (text != null) {
        rows.computeIfAbsent(text, first -> new ArrayList<>()).add(row);
      }
    }
    return rows;
  }

  private void compare(
      String key,
      Map<String, List<Integer>> rowsOf,
      String target,
      @Nullable String[] texts,
      List<Found> found) {
    List<Integer> every = new ArrayList<>();
    for (int row = 0; row < texts.length; row++) {
      every.add(row);
    }
    double before = entropy(every, texts);
    for (Map.Entry<String, List<Integer>> value : rowsOf.entrySet()) {
      int count = value.getValue().size();
      boolean supported =
          count >= associations.count() && count >= associations.part() * texts.length;
      if (supported) {
        double after = entropy(value.getValue(), texts);
        if (before - after >= associations.improvement()) {
          found.add(new Found(key, value.getKey(), target, before, after, count));
        }
      }
    }
  }

  /** In bits, over the rows with a value. */
  private static double entropy(List<Integer> rows, @Nullable String[] texts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    int count = 0;
    for (int row : rows) {
      String text = texts[row];
      if (text != null) {
        counts.merge(text, 1, Integer::sum);
        count++;
      }
    }
    double entropy = 0;
    for (int one : counts.values()) {
      double part = (double) one / count;
      entropy -= part * Math.log(part) / Math.log(2);
    }
    return entropy;
  }

  private static void append(Found one, int rows, RowWriter writer) {
    String before = decimals(one.before());
    String after = decimals(one.after());
    String description =
        "When the field '%s' has the value '%s', the entropy of '%s' decreases from %s to %s."
            .formatted(one.key(), one.value(), one.target(), before, after);
    writer.append(
        one.key(),
        one.value(),
        one.target(),
        before,
        after,
        decimals(one.improvement()),
        description,
        String.format(Locale.ROOT, "%.2f%%", 100.0 * one.count() / rows));
  }

  private static String decimals(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
