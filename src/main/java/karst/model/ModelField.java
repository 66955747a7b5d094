package karst.model;

import karst.type.SplType;
import org.jspecify.annotations.Nullable;

/**
 * A field of a dataset.
 *
 * @param name the name within the dataset, the one that calculations use; it may hold dots
 * @param declaredType the type that the model's author gave. It is documentation, not knowledge: a
 *     field declared a number may hold text, as process ids in hexadecimal do, and one declared a
 *     single value may hold a list (spl-semantics §7.1, "field types"). Only the data says which
 * @param calculation an eval expression over the unprefixed fields of the event, or null for a
 *     field that is taken from the event as it is
 * @param lineage the node name of the dataset that declares the field, {@code
 *     All_Changes.Account_Management}; empty for a base field, which every dataset has
 */
public record ModelField(
    String name, SplType declaredType, @Nullable String calculation, String lineage) {

  /**
   * Returns the name that searches use: the field's own behind the lineage of the dataset that
   * declares it. {@code Processes.user}, {@code All_Changes.Account_Management.src_user}; a base
   * field such as {@code _time} has no prefix (spl-semantics §5).
   */
  public String qualifiedName() {
    return lineage.isEmpty() ? name : lineage + "." + name;
  }

  /** Returns whether an expression fills the field in. */
  public boolean isCalculated() {
    return calculation != null;
  }
}
