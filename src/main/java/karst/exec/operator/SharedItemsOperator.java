package karst.exec.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.SharedItems;
import karst.type.ValueOrder;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.TextOf;

/** Counts for each two items the users that have both. */
public final class SharedItemsOperator extends BlockingOperator {
  private final SharedItems shared;
  private final Schema schema;

  /** Creates an operator. */
  public SharedItemsOperator(
      SharedItems shared,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("cofilter", inputs.get(0), schemas.get(0), context);
    this.shared = shared;
    this.schema = schema;
  }

  /** Two items, the first one first in order. */
  private record Pair(String one, String other) {}

  @Override
  Batch transform(Batch all) {
    Map<String, Set<String>> itemsOf = new LinkedHashMap<>();
    for (int row = 0; row < all.rowCount(); row++) {
      for (String user : TextOf.values(all.vector(shared.user()), row)) {
        itemsOf
            .computeIfAbsent(user, first -> new TreeSet<>(ValueOrder.TEXT))
            .addAll(TextOf.values(all.vector(shared.item()), row));
      }
    }
    Map<String, Integer> users = new HashMap<>();
    Map<Pair, Integer> pairs = new HashMap<>();
    for (Set<String> set : itemsOf.values()) {
      List<String> items = List.copyOf(set);
      for (int i = 0; i < items.size(); i++) {
        users.merge(items.get(i), 1, Integer::sum);
        for (String other : items.subList(i + 1, items.size())) {
          pairs.merge(new Pair(items.get(i), other), 1, Integer::sum);
        }
      }
    }
    List<Pair> sorted = new ArrayList<>(pairs.keySet());
    Comparator<Pair> byCount = Comparator.comparing(pair -> pairs.getOrDefault(pair, 0));
    sorted.sort(
        byCount
            .reversed()
            .thenComparing(Pair::one, ValueOrder.TEXT)
            .thenComparing(Pair::other, ValueOrder.TEXT));
    RowWriter writer = new RowWriter(schema);
    for (Pair pair : sorted) {
      writer.append(
          pair.one(),
          users.get(pair.one()),
          pair.other(),
          users.get(pair.other()),
          pairs.get(pair));
    }
    return writer.build();
  }
}
