package karst.table;

import karst.source.Diagnostic;

/**
 * What a scan needs to know of the run that it is part of. All methods are called on the thread
 * that calls the scan.
 */
public interface ScanContext {
  /** Rows of a batch that keep a few columns in a processor's second-level cache. */
  int DEFAULT_BATCH_SIZE = 4096;

  /** Returns the largest number of rows in a batch, at least 1. */
  int batchSize();

  /** Returns the number of threads that may decode, at least 1; 1 starts no thread. */
  int threads();

  /**
   * Gives the run a chance to stop the scan; called now and then.
   *
   * @throws karst.source.SplException if the run was cancelled or has used up its time
   */
  void checkpoint();

  /** Takes a warning about the data. */
  void report(Diagnostic diagnostic);

  /** Takes how much of the data has been delivered, in bytes of the file. */
  void progress(long bytesDone, long bytesTotal);
}
