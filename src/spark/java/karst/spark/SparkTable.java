package karst.spark;

import karst.table.Scan;
import karst.table.ScanContext;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.vector.Schema;
import org.apache.spark.sql.SparkSession;

/**
 * Rows that Spark gives for a statement.
 *
 * @param name what searches, or people who read a plan, call it by
 * @param sql the statement, whose columns are those of the schema
 */
record SparkTable(SparkSession session, String name, Schema schema, String sql) implements Table {
  @Override
  public Scan scan(ScanRequest request, ScanContext context) {
    return new SparkScan(schema, new SparkRun(session, sql).rows(context), request, context);
  }
}
