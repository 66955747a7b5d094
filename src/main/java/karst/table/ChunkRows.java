package karst.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker made of a chunk.
 *
 * @param batches the rows that passed the filter, in order; no batch is empty
 * @param lines the number of lines of the chunk, {@link #UNCOUNTED} if nobody counted them
 * @param faults what is wrong with its rows, lines counted from 0 at its start
 * @param brokenEnd what is wrong with its end, null for nothing
 * @param offset where in the file the chunk starts
 * @param position how many bytes of the file end with it
 */
record ChunkRows(
    List<DecodedBatch> batches,
    int lines,
    FaultLines faults,
    @Nullable BrokenEnd brokenEnd,
    long offset,
    long position) {
  /** Stands for a number of lines. */
  static final int UNCOUNTED = -1;

  /**
   * Some rows.
   *
   * @param rows their number
   * @param columns the requested columns
   */
  record DecodedBatch(int rows, List<DecodedColumn> columns) {}
}
