package karst.exec.shared;

import java.util.List;
import karst.exec.RunContext;
import karst.exec.operator.ScanNode;
import karst.table.Scan;
import org.jspecify.annotations.Nullable;

/** What one reading of a table found for several searches. */
interface SharedReading {
  /** Returns the rows of a scan, null when they are not here. */
  @Nullable Scan open(ScanNode scan, RunContext context);

  /** Returns why conditions were given up, once for each. */
  List<String> givenUp();
}
