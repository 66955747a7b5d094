package karst.exec.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.Rules;
import karst.type.ValueOrder;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.TextOf;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of every set of columns, and tells from the counts which values of one part of
 * a set go with those of the rest. A set of columns is a number with a bit for each.
 */
public final class RulesOperator extends BlockingOperator {
  private final Rules rules;
  private final Schema schema;

  /** Creates an operator. */
  public RulesOperator(
      Rules rules, List<Operator> inputs, List<Schema> schemas, Schema schema, RunContext context) {
    super("arules", inputs.get(0), schemas.get(0), context);
    this.rules = rules;
    this.schema = schema;
  }

  /** A rule that holds in some rows. */
  private record Rule(String given, String implied, double strength, int count, int from, int to) {}

  @Override
  Batch transform(Batch all) {
    int rows = all.rowCount();
    List<@Nullable String[]> texts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      String[] values = new String[rules.columns().size()];
      for (int i = 0; i < values.length; i++) {
        String text = TextOf.row(all.vector(rules.columns().get(i)), row);
        String name = all.schema().column(rules.columns().get(i)).name();
        values[i] = text == null ? null : name + "=\"" + text + "\"";
      }
      texts.add(values);
    }
    int sets = 1 << rules.columns().size();
    List<Map<List<String>, Integer>> counts = new ArrayList<>();
    for (int set = 0; set < sets; set++) {
      Map<List<String>, Integer> ofSet = new HashMap<>();
      for (String[] values : texts) {
        List<String> chosen = chosen(values, set);
        if (chosen.size() == Integer.bitCount(set)) {
          ofSet.merge(chosen, 1, Integer::sum);
        }
      }
      counts.add(ofSet);
    }
    List<Rule> found = new ArrayList<>();
    for (int set = 0; set < sets; set++) {
      for (Map.Entry<List<String>, Integer> values : counts.get(set).entrySet()) {
        if (values.getValue() >= rules.support()) {
          split(set, values.getKey(), values.getValue(), counts, found);
        }
      }
    }
    found.sort(
        Comparator.comparingDouble(Rule::strength)
            .thenComparing(Rule::count)
            .reversed()
            .thenComparing(Rule::given, ValueOrder.TEXT)
            .thenComparing(Rule::implied, ValueOrder.TEXT));
    RowWriter writer = new RowWriter(schema);
    for (Rule rule : found) {
      writer.append(
          rule.given(),
          rule.implied(),
          rule.strength(),
          (double) rule.from() / rows,
          (double) rule.to() / rows);
    }
    return writer.build();
  }

  private static List<String> chosen(@Nullable String[] values, int set) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if ((set >> i & 1) == 1 && value != null) {
        chosen.add(value);
      }
    }
    return chosen;
  }

  /** Tries every part of a combination as what is given. */
  private void split(
      int set,
      List<String> values,
      int count,
      List<Map<List<String>, Integer>> counts,
      List<Rule> found) {
    for (int part = (set - 1) & set; part > 0; part = (part - 1) & set) {
      List<String> given = part(values, set, part);
      List<String> implied = part(values, set, set & ~part);
      int from = counts.get(part).getOrDefault(given, 0);
      int to = counts.get(set & ~part).getOrDefault(implied, 0);
      double strength = (double) count / from;
      if (strength >= rules.confidence()) {
        found.add(
            new Rule(
                String.join(" ", given), String.join(" ", implied), strength, count, from, to));
      }
    }
  }

  private static List<String> part(List<String> values, int set, int part) {
    List<String> chosen = new ArrayList<>();
    int at = 0;
    for (int i = 0; set >> i > 0; i++) {
      if ((set >> i & 1) == 1) {
        if ((part >> i & 1) == 1) {
          chosen.add(values.get(at));
        }
        at++;
      }
    }
    return chosen;
  }
}
