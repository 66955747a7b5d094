package karst.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import karst.ast.FieldName;

/** A field to sort by. */
public record SortKey(FieldName field, boolean descending, Comparison comparison) {
  /** How two values compare. */
  public enum Comparison {
    /** As numbers if both are, as addresses if both are, else as text. */
    AUTO,
    /** As numbers. */
    NUM,
    /** As text. */
    STR,
    /** As IP addresses. */
    IP;

    static List<String> spellings() {
      return Stream.of(values()).map(Comparison::spelling).toList();
    }

    private String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the same key in the opposite direction. */
  SortKey reversed() {
    return new SortKey(field, !descending, comparison);
  }

  String toSpl() {
    String name = SplWriter.quoteIfNeeded(field.name());
    String key = comparison == Comparison.AUTO ? name : comparison.spelling() + "(" + name + ")";
    return (descending ? "-" : "+") + key;
  }
}
