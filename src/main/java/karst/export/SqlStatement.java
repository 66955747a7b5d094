package karst.export;

/**
 * A statement that gives the rows of a plan.
 *
 * @param sql ends in a line break
 * @param ordered whether the rows come in the plan's order: it decides between any two that differ
 */
public record SqlStatement(String sql, boolean ordered) {}
