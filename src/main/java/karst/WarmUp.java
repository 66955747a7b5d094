package karst;

import karst.parse.Parser;
import karst.plan.PlanCluster;
import karst.source.SourceMap;
import karst.source.SourceText;

/**
 * What the first search of a process needs beside its own text and data: the command table, the
 * grammar's tables and Calcite. To load them takes a third of a short run, which may pass on a
 * thread of its own while the command line, macros and tables are read.
 */
public final class WarmUp {
  private WarmUp() {}

  /**
   * Starts to load, on a thread of its own, what is not loaded yet. A program that has other things
   * to do before its first search, such as opening tables, then has it sooner; others need not call
   * this.
   */
  public static void start() {
    Thread thread = new Thread(WarmUp::await, "karst-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Returns when all is loaded. Nothing of Calcite may be used before: its classes initialise one
   * another in circles, and two threads that enter such a circle at different places would wait for
   * each other for ever.
   */
  static void await() {
    Loaded.touch();
  }

  /** Is initialised by one thread; others that touch it wait for that thread. */
  private static final class Loaded {
    static {
      SourceMap text = SourceMap.identity(SourceText.of("<warm-up>", "search *"));
      Parser.parsePipeline(text, Commands.TABLE);
      PlanCluster.create();
    }

    private Loaded() {}

    static void touch() {}
  }
}
