package karst.table.parquet;

import org.jspecify.annotations.Nullable;

/**
 * The values of a page and where they belong.
 *
 * @param values the values, nulls left out
 * @param count how many values there are
 * @param repetitions for each level 0 where a row begins; null where each is a row
 * @param present for each level whether there is a value; null where there is one for each
 */
record LeveledValues(
    PageValues values, int count, int @Nullable [] repetitions, boolean @Nullable [] present) {
  /** Returns a value for each level. */
  PageValues rows() {
    return present == null ? values : values.spread(present);
  }
}
