package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.Clusters;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Puts each row into the first cluster whose first text is similar, or else opens one. */
public final class ClusterOperator extends BlockingOperator {
  private static final int NONE = -1;

  private final Clusters clusters;
  private final Schema schema;
  private final RunContext context;

  /** Creates an operator. */
  public ClusterOperator(
      Clusters clusters,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("cluster", inputs.get(0), schemas.get(0), context);
    this.clusters = clusters;
    this.schema = schema;
    this.context = context;
  }

  @Override
  Batch transform(Batch all) {
    int rows = all.rowCount();
    int[] clusterOf = new int[rows];
    int[] firsts = new int[rows];
    int count = assign(all.vector(clusters.column()), clusterOf, firsts);
    int[] sizes = new int[count];
    for (int cluster : clusterOf) {
      if (cluster != NONE) {
        sizes[cluster]++;
      }
    }
    VectorBuilder labels = new VectorBuilder(rows);
    VectorBuilder counts = new VectorBuilder(rows);
    for (int cluster : clusterOf) {
      if (cluster == NONE) {
        labels.appendNull();
        counts.appendNull();
      } else {
        labels.append(cluster + 1);
        counts.append(sizes[cluster]);
      }
    }
    List<Vector> vectors = new ArrayList<>(all.vectors());
    vectors.add(labels.build());
    if (clusters.counted()) {
      vectors.add(counts.build());
    }
    Batch labelled = Batch.of(schema, vectors, rows);
    return clusters.all()
        ? labelled
        : labelled.select(Selection.of(Arrays.copyOf(firsts, count), count)).packed();
  }

  private int assign(Vector texts, int[] clusterOf, int[] firsts) {
    TextSimilarity similarity = new TextSimilarity(clusters.match(), clusters.delimiters());
    List<TextSimilarity.Terms> leaders = new ArrayList<>();
    for (int row = 0; row < clusterOf.length; row++) {
      context.checkpoint();
      String text = TextOf.row(texts, row);
      clusterOf[row] = NONE;
      if (text == null) {
        continue;
      }
      TextSimilarity.Terms terms = similarity.terms(text);
      int found = 0;
      while (found < leaders.size()
          && !similarity.similar(leaders.get(found), terms, clusters.threshold())) {
        found++;
      }
      if (found == leaders.size()) {
        firsts[found] = row;
        leaders.add(terms);
      }
      clusterOf[row] = found;
    }
    return leaders.size();
  }
}
