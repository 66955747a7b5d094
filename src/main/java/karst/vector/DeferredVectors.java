package karst.vector;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a batch, each made when it is first asked for. For one thread, and only as long as
 * what they are made of is there: whoever gives such a batch says until when.
 */
public final class DeferredVectors extends AbstractList<Vector> {
  private final @Nullable Vector[] made;
  private final IntFunction<Vector> make;

  private DeferredVectors(int size, IntFunction<Vector> make) {
    this.made = new @Nullable Vector[size];
    this.make = make;
  }

  /**
   * Returns some columns.
   *
   * @param make makes a column; called at most once for each
   */
  public static List<Vector> of(int size, IntFunction<Vector> make) {
    return new DeferredVectors(size, make);
  }

  @Override
  public Vector get(int column) {
    Vector known = made[column];
    if (known == null) {
      known = make.apply(column);
      made[column] = known;
    }
    return known;
  }

  @Override
  public int size() {
    return made.length;
  }
}
