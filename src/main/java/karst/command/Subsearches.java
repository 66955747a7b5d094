package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.Pipeline;

/** Binds pipelines in brackets. */
final class Subsearches {
  private static final long MAX_ROWS = 50_000;

  private Subsearches() {}

  /** Returns the subsearch that is next; one without commands, after an error, where none is. */
  static Pipeline take(Arguments arguments) {
    arguments.skipCommas();
    if (arguments.peek() instanceof Argument.Subsearch subsearch) {
      arguments.take();
      return subsearch.pipeline();
    }
    arguments.missingUnlessFaulty("a subsearch in brackets");
    return new Pipeline(List.of(), arguments.span());
  }

  /** The option {@code maxout}; 0 means what Splunk allows. */
  static long maxOut(Arguments arguments) {
    long rows = arguments.options().integer("maxout", 0);
    return rows == 0 ? MAX_ROWS : rows;
  }

  /** Returns all subsearches that follow. */
  static List<Pipeline> takeAll(Arguments arguments) {
    List<Pipeline> all = new ArrayList<>();
    while (!arguments.atEnd() && arguments.peek() instanceof Argument.Subsearch subsearch) {
      arguments.take();
      all.add(subsearch.pipeline());
    }
    return all;
  }
}
