package karst.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Analyzefields;
import karst.command.Arules;
import karst.command.Associate;
import karst.command.Cofilter;
import org.jspecify.annotations.Nullable;

/** The commands that tell how fields and values go together (spl-semantics §6.2). */
final class RelationCommands {
  private RelationCommands() {}

  static Rows associate(Associate command, Rows rows) {
    List<String> fields = StatisticCommands.columns(command.fields(), rows);
    List<Map<String, Object>> found = new ArrayList<>();
    Map<Map<String, Object>, Double> improvements = new LinkedHashMap<>();
    for (String reference : fields) {
      for (String value : rows.all().stream().map(r -> text(r, reference)).distinct().toList()) {
        List<Map<String, Object>> with =
            rows.all().stream().filter(row -> Objects.equals(text(row, reference), value)).toList();
        double part = (double) with.size() / rows.all().size();
        boolean supported =
            value != null && with.size() >= command.supportCount() && part >= command.supportPart();
        for (String target : fields) {
          double before = entropy(rows.all(), target);
          double after = entropy(with, target);
          if (supported && !target.equals(reference) && before - after >= command.improvement()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("Reference_Key", reference);
            row.put("Reference_Value", value);
            row.put("Target_Key", target);
            row.put("Unconditional_Entropy", fixed("%.3f", before));
            row.put("Conditional_Entropy", fixed("%.3f", after));
            row.put("Entropy_Improvement", fixed("%.3f", before - after));
            row.put(
                "Description",
                "When the field '"
                    + reference
                    + "' has the value '"
                    + value
                    + "', the entropy of '"
                    + target
                    + "' decreases from "
                    + fixed("%.3f", before)
                    + " to "
                    + fixed("%.3f", after)
                    + ".");
            row.put("Support", fixed("%.2f%%", 100.0 * with.size() / rows.all().size()));
            found.add(row);
            improvements.put(row, before - after);
          }
        }
      }
    }
    Comparator<Map<String, Object>> order =
        Comparator.comparing(row -> -improvements.getOrDefault(row, 0.0));
    for (String key : List.of("Reference_Key", "Reference_Value", "Target_Key")) {
      order = order.thenComparing(row -> (String) row.get(key), Comparisons.TEXT);
    }
    found.sort(order);
    return table(
        "Reference_Key,Reference_Value,Target_Key,Unconditional_Entropy,Conditional_Entropy,"
            + "Entropy_Improvement,Description,Support",
        found);
  }

  private static double entropy(List<Map<String, Object>> rows, String field) {
    List<String> texts = rows.stream().map(row -> text(row, field)).filter(t -> t != null).toList();
    double entropy = 0;
    for (String value : texts.stream().distinct().toList()) {
      double part = (double) texts.stream().filter(value::equals).count() / texts.size();
      entropy -= part * Math.log(part) / Math.log(2);
    }
    return entropy;
  }

  static Rows correlate(Rows rows) {
    List<String> fields =
        StatisticCommands.columns(List.of(), rows).stream()
            .filter(field -> !field.equals("RowField"))
            .sorted(Comparisons.TEXT)
            .toList();
    List<Map<String, Object>> result = new ArrayList<>();
    for (String one : fields) {
      Map<String, Object> row = new LinkedHashMap<>(Map.of("RowField", one));
      for (String other : fields) {
        long both =
            rows.all().stream().filter(r -> r.containsKey(one) && r.containsKey(other)).count();
        long either =
            rows.all().stream().filter(r -> r.containsKey(one) || r.containsKey(other)).count();
        row.put(other, fixed("%.2f", either == 0 ? 0 : (double) both / either));
      }
      result.add(row);
    }
    return table("RowField," + String.join(",", fields), result);
  }

  static Rows analyzefields(Analyzefields command, Rows rows) {
    String told = Objects.requireNonNull(command.classField()).name();
    List<Map<String, Object>> result = new ArrayList<>();
    long classes = rows.all().stream().filter(row -> row.containsKey(told)).count();
    for (String field : StatisticCommands.columns(List.of(), rows)) {
      if (field.equals(told)) {
        continue;
      }
      List<Map<String, Object>> having =
          rows.all().stream().filter(row -> row.containsKey(field)).toList();
      List<Map<String, Object>> both =
          having.stream().filter(row -> row.containsKey(told)).toList();
      Map<String, Object> row = new LinkedHashMap<>(Map.of("field", field));
      Values.set(row, "count", (double) having.size());
      Values.set(row, "cocur", classes == 0 ? null : (Object) ((double) both.size() / classes));
      if (StatisticCommands.numbers(rows, field).size() == having.size() && !both.isEmpty()) {
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Integer> right = new LinkedHashMap<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Map<String, Object> one : both) {
          String name = Objects.requireNonNull(text(one, told));
          sizes.merge(name, 1, Integer::sum);
          means.merge(name, number(one, field), Double::sum);
        }
        means.replaceAll((name, sum) -> sum / sizes.getOrDefault(name, 1));
        for (Map<String, Object> one : both) {
          String nearest =
              means.keySet().stream()
                  .min(
                      Comparator.comparing(
                          n -> Math.abs(number(one, field) - means.getOrDefault(n, 0.0))))
                  .orElseThrow();
          right.merge(
              Objects.requireNonNull(text(one, told)),
              nearest.equals(text(one, told)) ? 1 : 0,
              Integer::sum);
        }
        double sum = right.values().stream().mapToInt(n -> n).sum();
        double balance = 0;
        for (String name : sizes.keySet()) {
          balance += (double) right.getOrDefault(name, 0) / sizes.getOrDefault(name, 1);
        }
        Values.set(row, "acc", sum / both.size());
        Values.set(row, "balacc", balance / sizes.size());
      }
      result.add(row);
    }
    return table("field,count,cocur,acc,balacc", result);
  }

  private static double number(Map<String, Object> row, String field) {
    return Objects.requireNonNull(StatisticCommands.number(row.get(field)));
  }

  /** Every two disjoint sets of values that stand together in rows. */
  static Rows arules(Arules command, Rows rows) {
    List<String> fields = command.fields().stream().map(FieldName::name).toList();
    Set<Map<String, Object>> rules = new LinkedHashSet<>();
    Map<Map<String, Object>, Long> counts = new LinkedHashMap<>();
    int sets = 1 << fields.size();
    for (Map<String, Object> row : rows.all()) {
      for (int given = 1; given < sets; given++) {
        for (int implied = 1; implied < sets; implied++) {
          List<String> left = chosen(fields, given);
          List<String> right = chosen(fields, implied);
          List<String> all = chosen(fields, given | implied);
          if ((given & implied) != 0 || !row.keySet().containsAll(all)) {
            continue;
          }
          long count = count(rows, row, all);
          double strength = (double) count / count(rows, row, left);
          if (count >= command.support() && strength >= command.confidence()) {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("Given fields", written(row, left));
            rule.put("Implied fields", written(row, right));
            Values.set(rule, "Strength", strength);
            double size = rows.all().size();
            Values.set(rule, "Given fields support", count(rows, row, left) / size);
            Values.set(rule, "Implied fields support", count(rows, row, right) / size);
            rules.add(rule);
            counts.put(rule, count);
          }
        }
      }
    }
    Comparator<Map<String, Object>> order = Comparator.comparing(rule -> -number(rule, "Strength"));
    order = order.thenComparing(rule -> -counts.getOrDefault(rule, 0L));
    order = order.thenComparing(rule -> (String) rule.get("Given fields"), Comparisons.TEXT);
    order = order.thenComparing(rule -> (String) rule.get("Implied fields"), Comparisons.TEXT);
    return table(
        "Given fields,Implied fields,Strength,Given fields support,Implied fields support",
        rules.stream().sorted(order).toList());
  }

  private static List<String> chosen(List<String> fields, int set) {
    return fields.stream().filter(field -> (set >> fields.indexOf(field) & 1) == 1).toList();
  }

  private static long count(Rows rows, Map<String, Object> like, List<String> fields) {
    return rows.all().stream()
        .filter(row -> fields.stream().allMatch(f -> Objects.equals(text(row, f), text(like, f))))
        .count();
  }

  private static String written(Map<String, Object> row, List<String> fields) {
    return String.join(" ", fields.stream().map(f -> f + "=\"" + text(row, f) + "\"").toList());
  }

  static Rows cofilter(Cofilter command, Rows rows) {
    Map<String, Set<String>> usersOf = new LinkedHashMap<>();
    for (Map<String, Object> row : rows.all()) {
      for (String item : Values.texts(row.get(command.fields().get(1).name()))) {
        usersOf
            .computeIfAbsent(item, first -> new LinkedHashSet<>())
            .addAll(Values.texts(row.get(command.fields().get(0).name())));
      }
    }
    List<Map<String, Object>> pairs = new ArrayList<>();
    for (String one : usersOf.keySet()) {
      for (String other : usersOf.keySet()) {
        Set<String> both = new LinkedHashSet<>(usersOf.getOrDefault(one, Set.of()));
        both.retainAll(usersOf.getOrDefault(other, Set.of()));
        if (Comparisons.TEXT.compare(one, other) < 0 && !both.isEmpty()) {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("Item 1", one);
          row.put("Item 1 user count", "" + usersOf.getOrDefault(one, Set.of()).size());
          row.put("Item 2", other);
          row.put("Item 2 user count", "" + usersOf.getOrDefault(other, Set.of()).size());
          row.put("Pair count", "" + both.size());
          pairs.add(row);
        }
      }
    }
    Comparator<Map<String, Object>> order = Comparator.comparing(row -> -number(row, "Pair count"));
    order = order.thenComparing(row -> (String) row.get("Item 1"), Comparisons.TEXT);
    order = order.thenComparing(row -> (String) row.get("Item 2"), Comparisons.TEXT);
    pairs.sort(order);
    return table("Item 1,Item 1 user count,Item 2,Item 2 user count,Pair count", pairs);
  }

  private static Rows table(String columns, List<Map<String, Object>> rows) {
    return new Rows(new LinkedHashSet<>(List.of(columns.split(","))), rows);
  }

  private static String fixed(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static @Nullable String text(Map<String, Object> row, String field) {
    List<String> texts = Values.texts(row.get(field));
    return texts.isEmpty() ? null : String.join("\n", texts);
  }
}
