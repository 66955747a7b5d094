package karst;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.exec.Workers;
import karst.exec.shared.SharedScans;
import karst.source.Diagnostic;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * Searches that run together: those over the same table share one reading of it, and conditions
 * that they have in common are evaluated once. Each search answers what it answers alone.
 *
 * <p>A batch is immutable and may be run any number of times and by several threads.
 */
public final class QueryBatch {
  private final Engine engine;
  private final List<Member> members;
  private final @Nullable Duration timeout;

  private QueryBatch(Engine engine, List<Member> members, @Nullable Duration timeout) {
    this.engine = engine;
    this.members = List.copyOf(members);
    this.timeout = timeout;
  }

  /** A search, or what is wrong with it. */
  private record Member(@Nullable Query query, @Nullable SplException fault) {
    Query compiled() {
      if (query == null) {
        throw new SplException(fault == null ? List.of() : fault.diagnostics());
      }
      return query;
    }
  }

  /**
   * Puts together what some suppliers compile, on several threads; one that fails does not stop the
   * others.
   */
  static QueryBatch of(Engine engine, List<Supplier<Query>> searches) {
    Member[] members = new Member[searches.size()];
    Workers.run(
        engine.limits().threads(),
        members.length,
        number -> members[number] = compiled(searches.get(number)));
    return new QueryBatch(engine, List.of(members), null);
  }

  private static Member compiled(Supplier<Query> search) {
    try {
      return new Member(search.get(), null);
    } catch (SplException wrong) {
      return new Member(null, wrong);
    }
  }

  /** Returns the number of searches, those that are wrong included. */
  public int size() {
    return members.size();
  }

  /**
   * Returns a search.
   *
   * @throws SplException if it is wrong; the diagnostics say where and why
   */
  public Query query(int index) {
    return members.get(index).compiled();
  }

  /**
   * Returns this batch with a bound on the time of each run of it: all searches that are not at
   * their end then fail. The limits of the engine are those of each search alone.
   */
  public QueryBatch withTimeout(Duration whole) {
    return new QueryBatch(engine, members, whole);
  }

  /** Returns what the searches share, a line for each table that is read for several of them. */
  public String explain() {
    StringBuilder text = new StringBuilder();
    for (String line : scans(context((done, total) -> {})).describe()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  /** Starts a run of all searches. */
  public BatchResult run() {
    return run((done, total) -> {});
  }

  /**
   * Starts a run of all searches.
   *
   * @param progress is told how far the reading of tables is
   */
  public BatchResult run(RunContext.ProgressListener progress) {
    RunContext context = context(progress);
    SharedScans scans = scans(context);
    List<Result> results = new ArrayList<>();
    for (Member member : members) {
      Supplier<RunContext> part = () -> context.part(engine.limits(), scans);
      results.add(
          member.query() == null
              ? new Result(run -> member.compiled().plans().get(0), part)
              : member.query().run(part));
    }
    return new BatchResult(results, context, scans);
  }

  private RunContext context(RunContext.ProgressListener progress) {
    return engine.batchContext(timeout, progress);
  }

  private SharedScans scans(RunContext context) {
    List<PhysicalNode> plans = new ArrayList<>();
    for (Member member : members) {
      if (member.query() != null) {
        plans.addAll(member.query().plans());
      }
    }
    return SharedScans.of(plans, context);
  }

  /** Returns the warnings of the searches that are not wrong. */
  public List<Diagnostic> warnings() {
    List<Diagnostic> warnings = new ArrayList<>();
    for (Member member : members) {
      if (member.query() != null) {
        warnings.addAll(member.query().warnings());
      }
    }
    return warnings;
  }
}
