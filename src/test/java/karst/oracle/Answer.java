package karst.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import karst.Result;
import karst.Row;
import karst.script.Cell;
import karst.script.Grid;
import karst.type.Numbers;

/**
 * What a search answers: rows in order, each a map from fields that are not null to their texts.
 * The order of columns does not count, nor does a column that is null everywhere.
 */
record Answer(List<Map<String, List<String>>> rows) {
  /** Digits behind which the order of additions may show. */
  private static final int DIGITS = 12;

  private static final MathContext COMPARED = new MathContext(DIGITS);

  static Answer of(Rows rows) {
    List<Map<String, List<String>>> all = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      Map<String, List<String>> fields = new TreeMap<>();
      row.forEach((field, value) -> fields.put(field, rounded(Values.texts(value))));
      all.add(fields);
    }
    return new Answer(all);
  }

  static Answer of(Result result) {
    List<Map<String, List<String>>> all = new ArrayList<>();
    try (result) {
      for (Row row : result) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (int column = 0; column < result.columns().size(); column++) {
          if (!row.isNull(column)) {
            fields.put(result.columns().column(column).name(), rounded(row.values(column)));
          }
        }
        all.add(fields);
      }
    }
    return new Answer(all);
  }

  static Answer of(Grid grid) {
    List<Map<String, List<String>>> all = new ArrayList<>();
    for (List<Cell> row : grid.rows()) {
      Map<String, List<String>> fields = new TreeMap<>();
      for (int column = 0; column < row.size(); column++) {
        if (!row.get(column).values().isEmpty()) {
          fields.put(grid.header().get(column), rounded(row.get(column).values()));
        }
      }
      all.add(fields);
    }
    return new Answer(all);
  }

  private static List<String> rounded(List<String> texts) {
    return texts.stream().map(Answer::rounded).toList();
  }

  /** Sums of fractions may differ in their last digits. */
  private static String rounded(String text) {
    if (!Numbers.isNumber(text) || text.chars().filter(Character::isDigit).count() <= DIGITS) {
      return text;
    }
    double number = Numbers.parse(text);
    if (number == 0 || Double.isInfinite(number)) {
      return text;
    }
    return new BigDecimal(text).round(COMPARED).stripTrailingZeros().toPlainString();
  }

  /** Returns the rows in an order of their own, to compare them where order does not count. */
  List<String> unordered() {
    return rows.stream().map(Object::toString).sorted().toList();
  }

  /** Returns the rows of one answer and those of others. */
  static List<String> together(Answer... answers) {
    List<Map<String, List<String>>> all = new ArrayList<>();
    for (Answer answer : answers) {
      all.addAll(answer.rows);
    }
    return new Answer(all).unordered();
  }

  void mustEqual(Answer expected, Object sample) {
    assertEquals(expected.toString(), toString(), sample::toString);
  }

  /** Returns a line a row. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    rows.forEach(row -> lines.append(row).append('\n'));
    return lines.toString();
  }
}
