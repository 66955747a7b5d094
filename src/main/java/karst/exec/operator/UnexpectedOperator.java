package karst.exec.operator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.Unexpected;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Says how unlike a row's text is to those before it: how many of its runs of three characters are
 * in none of them, over how many distinct ones they and it have.
 */
public final class UnexpectedOperator extends BlockingOperator {
  private static final int GRAM = 3;

  private final Unexpected unexpected;
  private final Schema schema;
  private final RunContext context;

  /** Creates an operator. */
  public UnexpectedOperator(
      Unexpected unexpected,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("anomalies", inputs.get(0), schemas.get(0), context);
    this.unexpected = unexpected;
    this.schema = schema;
    this.context = context;
  }

  @Override
  Batch transform(Batch all) {
    int rows = all.rowCount();
    VectorBuilder scores = new VectorBuilder(rows);
    int[] kept = new int[rows];
    int count = 0;
    Map<List<String>, Window> windows = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      context.checkpoint();
      String text = TextOf.row(all.vector(unexpected.column()), row);
      List<String> key = key(all, row);
      double score = Double.NaN;
      if (text != null && key != null) {
        score = windows.computeIfAbsent(key, first -> new Window()).add(grams(text));
        scores.append(score);
      } else {
        scores.appendNull();
      }
      if (unexpected.least() < 0 || score >= unexpected.least()) {
        kept[count++] = row;
      }
    }
    List<Vector> vectors = new ArrayList<>(all.vectors());
    vectors.add(scores.build());
    return Batch.of(schema, vectors, rows).select(Selection.of(kept, count)).packed();
  }

  private @Nullable List<String> key(Batch all, int row) {
    List<String> key = new ArrayList<>();
    for (int column : unexpected.by()) {
      String text = TextOf.row(all.vector(column), row);
      if (text == null) {
        return null;
      }
      key.add(text);
    }
    return key;
  }

  private Set<String> grams(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length() && !unexpected.digits(); i++) {
      if (plain.charAt(i) >= '0' && plain.charAt(i) <= '9') {
        plain.setCharAt(i, '0');
      }
    }
    Set<String> grams = new LinkedHashSet<>();
    for (int i = 0; i + GRAM <= plain.length(); i++) {
      grams.add(plain.substring(i, i + GRAM));
    }
    if (grams.isEmpty()) {
      grams.add(plain.toString());
    }
    return grams;
  }

  /** The last texts, and how many of them have a run of characters. */
  private final class Window {
    private final Deque<Set<String>> texts = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Adds a text and returns how unlike it is to those before it. */
    double add(Set<String> grams) {
      long fresh = grams.stream().filter(gram -> !counts.containsKey(gram)).count();
      double score = (double) fresh / (counts.size() + grams.size());
      grams.forEach(gram -> counts.merge(gram, 1, Integer::sum));
      texts.add(grams);
      if (texts.size() > unexpected.window()) {
        for (String gram : texts.remove()) {
          counts.computeIfPresent(gram, (g, n) -> n == 1 ? null : n - 1);
        }
      }
      return score;
    }
  }
}
