package karst.table;

/** On which lines of a file the faults of its chunks are; the chunks come in order. */
final class LineCount {
  private final ChunkSource reader;
  private final long firstRowLine;
  private final FaultLines faults = new FaultLines();
  private long firstLine;
  private long nextLine;

  /**
   * Creates a count.
   *
   * @param firstRowLine the line of the file with the first row
   * @param fromStart whether the first chunk begins with it
   */
  LineCount(ChunkSource reader, long firstRowLine, boolean fromStart) {
    this.reader = reader;
    this.firstRowLine = firstRowLine;
    this.nextLine = fromStart ? firstRowLine : ChunkRows.UNCOUNTED;
  }

  /**
   * Adds a chunk.
   *
   * @param lines the number of its lines, {@link ChunkRows#UNCOUNTED} if nobody counted them
   * @param found what is wrong with its rows
   * @param broken whether something is wrong with its end
   * @param offset where in the file it starts
   */
  void add(int lines, FaultLines found, boolean broken, long offset) {
    boolean faulty = !found.isEmpty() || broken;
    boolean counted = nextLine != ChunkRows.UNCOUNTED;
    firstLine = counted || !faulty ? nextLine : firstRowLine + reader.lineOf(offset);
    faults.addAll(found, firstLine);
    boolean countable = lines != ChunkRows.UNCOUNTED && (counted || faulty);
    nextLine = countable ? firstLine + lines : ChunkRows.UNCOUNTED;
  }

  /** Returns the line with which the last chunk starts, if it has a fault. */
  long firstLine() {
    return firstLine;
  }

  /** Returns the faults so far, with their lines of the file. */
  FaultLines faults() {
    return faults;
  }
}
