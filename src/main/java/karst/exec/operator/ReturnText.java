package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import karst.exec.lookup.LookupIndex;
import karst.plan.rel.ReturnValues;
import karst.vector.Batch;

/** The text that {@code return} makes of rows (spl-semantics §6.1); quotes are not escaped. */
final class ReturnText {
  private ReturnText() {}

  static String of(Batch rows, ReturnValues values) {
    List<String> texts = new ArrayList<>();
    int count = (int) Math.min(rows.rowCount(), values.count());
    for (int row = 0; row < count; row++) {
      List<String> terms = terms(rows, row, values);
      if (!terms.isEmpty()) {
        texts.add(String.join(" ", terms));
      }
    }
    // One value by itself stands where a value is expected, so it has no parentheses.
    boolean bare =
        texts.size() == 1 && values.items().stream().allMatch(item -> item.name().isEmpty());
    return bare
        ? texts.get(0)
        : texts.stream().map(text -> "(" + text + ")").collect(Collectors.joining(" OR "));
  }

  private static List<String> terms(Batch rows, int row, ReturnValues values) {
    List<String> terms = new ArrayList<>();
    for (ReturnValues.Item item : values.items()) {
      List<String> texts = LookupIndex.texts(rows.vector(item.column()), row);
      if (item.name().isEmpty()) {
        terms.addAll(texts);
      } else if (!texts.isEmpty()) {
        String any =
            texts.stream()
                .map(text -> item.name() + "=\"" + text + "\"")
                .collect(Collectors.joining(" OR "));
        terms.add(texts.size() == 1 ? any : "(" + any + ")");
      }
    }
    return terms;
  }
}
