package karst.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import karst.Query;
import karst.SqlTarget;
import karst.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What of a search is explained: a stage of its compilation, or its SQL.
 *
 * @param stage null for SQL
 * @param target null for a stage
 */
record StageChoice(@Nullable Stage stage, @Nullable SqlTarget target) {
  private static final String SQL = "sql:";

  /** Reads a name such as {@code plan} or {@code sql:duckdb}. */
  static StageChoice parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (Stage stage : Stage.values()) {
      if (stage.label().equals(lower)) {
        return new StageChoice(stage, null);
      }
    }
    for (String dialect : SqlTarget.dialects()) {
      if (lower.equals(SQL + dialect)) {
        return new StageChoice(null, SqlTarget.of(dialect));
      }
    }
    List<String> names = new ArrayList<>(Arrays.stream(Stage.values()).map(Stage::label).toList());
    SqlTarget.dialects().forEach(dialect -> names.add(SQL + dialect));
    throw OptionValues.noneOf(names, text);
  }

  /** Returns the explanation of a search. */
  String explain(Query query) {
    if (target != null) {
      return query.sql(target);
    }
    return query.explain(stage == null ? Stage.OPTIMIZED : stage);
  }
}
