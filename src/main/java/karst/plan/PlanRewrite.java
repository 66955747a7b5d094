package karst.plan;

import java.time.ZoneId;
import org.apache.calcite.rel.RelNode;

/**
 * A step between planning and optimisation. A back end puts scans of its own in place of those
 * parts of a plan that it runs itself.
 */
@FunctionalInterface
public interface PlanRewrite {
  /** Leaves every plan as it is. */
  PlanRewrite NONE = (plan, now, zone) -> plan;

  /**
   * Returns a plan of the same rows and columns.
   *
   * @param plan not optimised
   * @param now what {@code now()} says, in seconds since the epoch
   * @param zone the user's time zone
   * @throws karst.source.SplException if the plan cannot be run as the user wants it
   */
  RelNode rewrite(RelNode plan, double now, ZoneId zone);
}
