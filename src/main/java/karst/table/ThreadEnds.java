package karst.table;

/** Waits for threads that work for another. */
public final class ThreadEnds {
  private ThreadEnds() {}

  /**
   * Returns when all threads have ended, whoever interrupts: what they work on may be closed then.
   * An interruption meanwhile is kept for the caller.
   *
   * @param interrupted is told of each interruption
   * @return whether there was one
   */
  public static boolean await(Iterable<Thread> threads, Runnable interrupted) {
    boolean any = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException again) {
          any = true;
          interrupted.run();
        }
      }
    }
    if (any) {
      Thread.currentThread().interrupt();
    }
    return any;
  }
}
