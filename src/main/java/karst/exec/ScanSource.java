package karst.exec;

import karst.exec.operator.ScanNode;
import karst.table.Scan;
import org.jspecify.annotations.Nullable;

/** Where a run may find the rows of scans that somebody has read in advance. */
@FunctionalInterface
public interface ScanSource {
  /** Knows of no rows: each scan reads its table. */
  ScanSource NONE = (scan, context) -> null;

  /**
   * Returns the rows of a scan, or null when it must read its table itself.
   *
   * @param context the run that asks
   */
  @Nullable Scan open(ScanNode scan, RunContext context);
}
