package karst.script;

import java.util.Locale;
import java.util.stream.Stream;
import karst.Stage;
import org.jspecify.annotations.Nullable;

/** What a section says of a query. */
public enum SectionKind {
  /** The rows, in order. */
  ROWS,
  /** The rows, in any order. */
  ROWS_UNORDERED,
  /** The syntax tree. */
  AST,
  /** The text after macro expansion. */
  EXPANDED,
  /** The commands with their options. */
  BOUND,
  /** The relational plan. */
  PLAN,
  /** The relational plan after optimisation. */
  OPTIMIZED,
  /** The operators. */
  PHYSICAL,
  /** The diagnostics of a query that fails, as they are shown. */
  ERROR,
  /** The warnings, as they are shown. */
  WARNING,
  /** A query in SQL that gives the same rows, in the same order. */
  SQL,
  /** A query in SQL that gives the same rows, in any order. */
  SQL_UNORDERED;

  /** Returns the kind as a script writes it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static SectionKind of(String label) {
    return Stream.of(values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no section is called " + label));
  }

  boolean isRows() {
    return this == ROWS || this == ROWS_UNORDERED;
  }

  /** Returns the stage whose explanation the section holds, or null. */
  @Nullable Stage stage() {
    return switch (this) {
      case AST -> Stage.AST;
      case EXPANDED -> Stage.EXPANDED;
      case BOUND -> Stage.BOUND;
      case PLAN -> Stage.PLAN;
      case OPTIMIZED -> Stage.OPTIMIZED;
      case PHYSICAL -> Stage.PHYSICAL;
      case ROWS, ROWS_UNORDERED, ERROR, WARNING, SQL, SQL_UNORDERED -> null;
    };
  }
}
