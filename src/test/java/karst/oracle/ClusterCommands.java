package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.command.Cluster;
import karst.command.Kmeans;

/** The commands that put similar rows together (spl-semantics §6.2). */
final class ClusterCommands {
  private ClusterCommands() {}

  static Rows cluster(Cluster command, Rows rows) {
    List<List<String>> leaders = new ArrayList<>();
    List<List<Map<String, Object>>> members = new ArrayList<>();
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      Map<String, Object> copy = new LinkedHashMap<>(row);
      copy.remove(command.labelField());
      copy.remove(command.countField());
      all.add(copy);
      List<String> texts = Values.texts(row.get(command.field().name()));
      if (texts.isEmpty()) {
        continue;
      }
      List<String> terms = terms(command, String.join("\n", texts));
      int at = 0;
      while (at < leaders.size() && similarity(command, leaders.get(at), terms) < 0) {
        at++;
      }
      if (at == leaders.size()) {
        leaders.add(terms);
        members.add(new ArrayList<>());
      }
      members.get(at).add(copy);
      copy.put(command.labelField(), "" + (at + 1));
    }
    List<Map<String, Object>> firsts = new ArrayList<>();
    for (List<Map<String, Object>> cluster : members) {
      firsts.add(cluster.get(0));
      if (!command.countField().isEmpty()) {
        cluster.forEach(row -> row.put(command.countField(), "" + cluster.size()));
      }
    }
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add(command.labelField());
    if (!command.countField().isEmpty()) {
      columns.add(command.countField());
    }
    return new Rows(columns, command.labelOnly() ? all : firsts);
  }

  private static List<String> terms(Cluster command, String text) {
    List<String> terms = new ArrayList<>();
    if (command.match() == Cluster.Match.NGRAMSET) {
      for (int i = 0; i < Math.max(1, text.length() - 2); i++) {
        terms.add(text.substring(i, Math.min(i + 3, text.length())));
      }
    } else {
      StringBuilder word = new StringBuilder();
      for (char c : (text + "\0").toCharArray()) {
        String delimiters = command.delimiters();
        boolean between =
            c == 0
                || (delimiters == null
                    ? !Character.isLetterOrDigit(c) && c != '_'
                    : delimiters.indexOf(c) >= 0);
        if (!between) {
          word.append(c);
        } else if (!word.isEmpty()) {
          terms.add(word.toString());
          word.setLength(0);
        }
      }
    }
    return command.match() == Cluster.Match.TERMLIST
        ? terms
        : new ArrayList<>(new LinkedHashSet<>(terms));
  }

  /** Returns how far two texts are beyond the threshold; less than 0 is not similar. */
  private static double similarity(Cluster command, List<String> one, List<String> other) {
    int size = one.size() + other.size();
    int common =
        command.match() == Cluster.Match.TERMLIST
            ? inOrder(one, other)
            : (int) one.stream().filter(other::contains).count();
    return common - command.threshold() * size / 2;
  }

  private static int inOrder(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    int[][] best = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        best[i][j] =
            one.get(i).equals(other.get(j))
                ? best[i + 1][j + 1] + 1
                : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    return best[0][0];
  }

  /** Starts with each tenth point or so, and with the points that are farthest from it. */
  static Rows kmeans(Kmeans command, Rows rows) {
    List<String> fields =
        command.fields().isEmpty()
            ? StatisticCommands.columns(List.of(), rows).stream()
                .filter(f -> isNumeric(f, rows))
                .toList()
            : StatisticCommands.columns(command.fields(), rows);
    List<Map<String, Object>> whole =
        rows.all().stream()
            .filter(row -> !fields.isEmpty())
            .filter(r -> fields.stream().allMatch(f -> StatisticCommands.number(r.get(f)) != null))
            .toList();
    List<List<Double>> points =
        whole.stream()
            .map(row -> fields.stream().map(f -> StatisticCommands.number(row.get(f))).toList())
            .toList();
    List<Map<String, Object>> table = new ArrayList<>();
    List<Integer> clusters = new ArrayList<>();
    List<List<Double>> centers = new ArrayList<>();
    for (int k = command.from(); k <= command.to() && !points.isEmpty(); k++) {
      double best = best(command, points, k, clusters, centers);
      List<Integer> names = clusters.stream().distinct().toList();
      Map<String, Object> line = new LinkedHashMap<>();
      Values.set(line, "k", (double) k);
      Values.set(
          line,
          "sizes",
          Values.of(
              names.stream()
                  .map(name -> "" + clusters.stream().filter(name::equals).count())
                  .toList()));
      Values.set(line, "distortion", best);
      table.add(line);
    }
    if (command.to() > command.from()) {
      return new Rows(new LinkedHashSet<>(List.of("k", "sizes", "distortion")), table);
    }
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add(command.field());
    List<String> shown = command.centroids() ? fields : List.of();
    shown.forEach(field -> columns.add("centroid_" + field));
    List<Map<String, Object>> result = new ArrayList<>();
    List<Integer> names = clusters.stream().distinct().toList();
    int next = 0;
    for (Map<String, Object> row : rows.all()) {
      Map<String, Object> copy = new LinkedHashMap<>(row);
      int at = next < whole.size() && whole.get(next) == row ? next++ : -1;
      Values.set(
          copy, command.field(), at < 0 ? null : (double) names.indexOf(clusters.get(at)) + 1);
      for (int i = 0; i < shown.size(); i++) {
        Double center = at < 0 ? null : centers.get(clusters.get(at)).get(i);
        Values.set(copy, "centroid_" + shown.get(i), center);
      }
      result.add(copy);
    }
    return new Rows(columns, result);
  }

  private static boolean isNumeric(String field, Rows rows) {
    int numbers = StatisticCommands.numbers(rows, field).size();
    return numbers > 0 && numbers == rows.all().stream().filter(r -> r.containsKey(field)).count();
  }

  private static double best(
      Kmeans command,
      List<List<Double>> points,
      int count,
      List<Integer> bestClusters,
      List<List<Double>> bestCenters) {
    double best = Double.POSITIVE_INFINITY;
    long starts = Math.min(command.repetitions(), points.size());
    for (long start = 0; start < starts; start++) {
      List<List<Double>> centers = new ArrayList<>();
      centers.add(points.get((int) (start * points.size() / starts)));
      while (centers.size() < count) {
        List<Double> farthest = null;
        double most = 0;
        for (List<Double> point : points) {
          double near = centers.stream().mapToDouble(c -> far(command, point, c)).min().orElse(0);
          farthest = near > most ? point : farthest;
          most = Math.max(near, most);
        }
        if (farthest == null) {
          break;
        }
        centers.add(farthest);
      }
      List<Integer> clusters = nearest(command, points, centers);
      boolean moving = true;
      for (long i = 0; i < command.iterations() && moving; i++) {
        moving = false;
        for (int c = 0; c < centers.size(); c++) {
          List<List<Double>> members = new ArrayList<>();
          for (int p = 0; p < points.size(); p++) {
            if (clusters.get(p) == c) {
              members.add(points.get(p));
            }
          }
          List<Double> old = centers.get(c);
          List<Double> mean = new ArrayList<>();
          for (int d = 0; d < old.size() && !members.isEmpty(); d++) {
            int axis = d;
            double sum = members.stream().map(m -> m.get(axis)).reduce(0.0, Double::sum);
            mean.add(sum / members.size());
            moving |= Math.abs(mean.get(d) - old.get(d)) > command.tolerance();
          }
          centers.set(c, members.isEmpty() ? old : mean);
        }
        clusters = nearest(command, points, centers);
      }
      double sum = 0;
      for (int p = 0; p < points.size(); p++) {
        sum += far(command, points.get(p), centers.get(clusters.get(p)));
      }
      if (sum < best) {
        best = sum;
        bestClusters.clear();
        bestClusters.addAll(clusters);
        bestCenters.clear();
        bestCenters.addAll(centers);
      }
    }
    return best;
  }

  private static List<Integer> nearest(
      Kmeans command, List<List<Double>> points, List<List<Double>> centers) {
    List<Integer> clusters = new ArrayList<>();
    for (List<Double> point : points) {
      int nearest = 0;
      for (int c = 1; c < centers.size(); c++) {
        if (far(command, point, centers.get(c)) < far(command, point, centers.get(nearest))) {
          nearest = c;
        }
      }
      clusters.add(nearest);
    }
    return clusters;
  }

  private static double far(Kmeans command, List<Double> one, List<Double> other) {
    double city = 0;
    double squares = 0;
    double product = 0;
    double left = 0;
    double right = 0;
    for (int d = 0; d < one.size(); d++) {
      double difference = one.get(d) - other.get(d);
      city += Math.abs(difference);
      squares += difference * difference;
      product += one.get(d) * other.get(d);
      left += one.get(d) * one.get(d);
      right += other.get(d) * other.get(d);
    }
    double lengths = Math.sqrt(left) * Math.sqrt(right);
    return switch (command.distance()) {
      case CITY_BLOCK -> city;
      case SQUARED -> squares;
      case COSINE -> lengths == 0 ? 1 : Math.max(0, 1 - product / lengths);
    };
  }
}
