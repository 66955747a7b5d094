package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.command.Cluster;

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
}
