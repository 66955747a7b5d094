package karst.plan;

import org.jspecify.annotations.Nullable;

/**
 * The time range that a search is run with; {@code earliest} and {@code latest} in the search
 * itself take their side's place (spl-semantics §1.7).
 *
 * @param earliest the first second, included; null for no bound
 * @param latest the last second, excluded; null for no bound
 */
public record TimeRange(@Nullable Double earliest, @Nullable Double latest) {
  /** No bound on either side. */
  public static final TimeRange ALL = new TimeRange(null, null);
}
