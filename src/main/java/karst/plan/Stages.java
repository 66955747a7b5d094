package karst.plan;

import karst.ast.Pipeline;
import karst.source.Diagnostic;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/**
 * Runs those parts of a search whose rows decide how the rest is planned: subsearches, and commands
 * that make columns from data (design §2).
 *
 * <p>A search is planned once when it is prepared, without data, to find its faults; one that has
 * such parts is planned again by each run.
 */
public interface Stages {
  /**
   * Plans a pipeline of its own, such as a subsearch.
   *
   * @param context of the search that it is a part of
   * @throws karst.source.SplException if it is wrong
   */
  PlanBuilder plan(Pipeline pipeline, PlanContext context);

  /**
   * Parses commands that were made as text while the search is planned.
   *
   * @throws karst.source.SplException if the text is none of the language
   */
  Pipeline parse(SourceMap text);

  /**
   * Plans a search that a part of this one has made.
   *
   * @throws karst.source.SplException if it is wrong
   */
  PlanBuilder plan(SourceText search, PlanContext context);

  /**
   * Plans commands that go on from some rows, which stay as they are.
   *
   * @param start the rows
   * @throws karst.source.SplException if a command is wrong
   */
  PlanBuilder plan(Pipeline pipeline, PlanBuilder start);

  /**
   * Runs a part.
   *
   * @return its rows, or null while the search is only prepared
   */
  @Nullable StageRows run(RelNode plan);

  /** Tells the user of something that the data brought about, such as a limit that cut rows off. */
  void warn(Diagnostic warning);
}
