package karst.plan;

import java.util.Collection;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** The fields that an expression may name, and what they are over the current input. */
public interface FieldScope {
  /** Returns a field's value, or null when there is no such field. */
  @Nullable RexNode find(String name);

  /** Returns the names of the fields that are known, in order, for suggestions. */
  Collection<String> names();

  /**
   * Returns whether there may be fields that are not known yet, since data decide which there are
   * (see {@link Stages}).
   */
  default boolean isOpen() {
    return false;
  }
}
