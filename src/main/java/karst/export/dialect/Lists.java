package karst.export.dialect;

import static karst.export.SqlShape.INTEGER;
import static karst.export.SqlShape.LIST;
import static karst.export.SqlShape.TEXT;

import karst.export.ScalarRendering;
import karst.export.Sql;

/** Functions of several values, of which a single one is what it is in every dialect. */
final class Lists {
  private Lists() {}

  /** Returns the rendering of {@code mvcount}, by a template of the length of a list. */
  static ScalarRendering count(String template) {
    return arguments ->
        arguments
            .sql()
            .call(
                INTEGER,
                Sql.shape(arguments.get(0)) == LIST
                    ? template
                    : "CASE WHEN {0} IS NOT NULL THEN 1 END",
                arguments.get(0));
  }

  /** Returns the rendering of {@code mvjoin}, by a template of a list and what is between. */
  static ScalarRendering join(String template) {
    return arguments -> {
      Sql sql = arguments.sql();
      return Sql.shape(arguments.get(0)) == LIST
          ? sql.call(TEXT, template, arguments.get(0), sql.text(arguments.constant(1)))
          : sql.toText(arguments.get(0));
    };
  }
}
