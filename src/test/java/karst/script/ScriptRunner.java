package karst.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import karst.Query;
import karst.Result;
import karst.Stage;
import karst.script.ScriptQuery.Section;
import karst.source.Diagnostic;
import karst.source.DiagnosticRenderer;
import karst.source.SplException;

/** Finds out what the queries of scripts give, and compares it with what is expected. */
final class ScriptRunner {
  private static final List<ReferenceExecution> REFERENCES =
      ServiceLoader.load(ReferenceExecution.class).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private ScriptRunner() {}

  /** Checks everything that is expected of a query. */
  static void check(ScriptCase script) {
    ScriptQuery query = script.query();
    String actual;
    try {
      actual = String.join("\n", actual(script).lines());
    } catch (SplException fault) {
      actual = fault.render();
    }
    assertEquals(String.join("\n", query.lines()), actual, query.title());
    for (Section section : query.sections()) {
      if (section.kind().isRows()) {
        checkEveryWay(script, section.kind());
      }
    }
  }

  private static void checkEveryWay(ScriptCase script, SectionKind kind) {
    Environment environment = script.environment();
    String spl = script.query().spl();
    String expected = comparable(Execution.OPTIMIZED.run(environment, spl), kind);
    for (Execution way : Execution.values()) {
      if (way.isPossible(environment)) {
        assertEquals(expected, comparable(way.run(environment, spl), kind), way.name());
      }
    }
    for (ReferenceExecution reference : REFERENCES) {
      Grid rows = reference.run(environment, spl);
      if (rows != null) {
        assertEquals(expected, comparable(rows, kind), reference.getClass().getName());
      }
    }
  }

  private static String comparable(Grid rows, SectionKind kind) {
    return String.join("\n", kind == SectionKind.ROWS ? rows.lines() : rows.sortedLines());
  }

  /**
   * Returns a script whose expectations are what its queries give. A query that fails without
   * saying so stays as it is: no expectation takes its place.
   */
  static Script accept(Script script) {
    return script.mapQueries(
        (environment, query) -> {
          try {
            return actual(new ScriptCase(environment, query));
          } catch (SplException | AssertionError unexpected) {
            return query;
          }
        });
  }

  /**
   * Returns a query whose expectations are what it gives.
   *
   * @throws SplException if it fails and no error is expected
   */
  static ScriptQuery actual(ScriptCase script) {
    ScriptQuery query = script.query();
    try {
      Query prepared = script.environment().engineInMemory().build().prepare(query.spl());
      List<Section> actual = new ArrayList<>();
      for (Section section : query.sections()) {
        actual.add(actual(section, prepared));
      }
      return query.withSections(actual);
    } catch (SplException fault) {
      if (query.expects(SectionKind.ERROR)) {
        return query.withSections(List.of(Section.of(SectionKind.ERROR, fault.render())));
      }
      throw fault;
    }
  }

  private static Section actual(Section expected, Query query) {
    SectionKind kind = expected.kind();
    Stage stage = kind.stage();
    if (stage != null) {
      return Section.of(kind, query.explain(stage));
    }
    return switch (kind) {
      case ROWS -> new Section(kind, Results.of(query).lines());
      case ROWS_UNORDERED -> unordered(expected, Results.of(query));
      case WARNING -> Section.of(kind, DiagnosticRenderer.render(warnings(query)));
      case ERROR -> {
        Results.of(query);
        yield fail("an error is expected, but the query runs");
      }
      case AST, EXPANDED, BOUND, PLAN, OPTIMIZED, PHYSICAL, SQL, SQL_UNORDERED ->
          throw new AssertionError(kind);
    };
  }

  private static List<Diagnostic> warnings(Query query) {
    List<Diagnostic> warnings = new ArrayList<>(query.warnings());
    try (Result result = query.run()) {
      result.forEach(row -> {});
      warnings.addAll(result.warnings());
    }
    return warnings;
  }

  /** Rows in another order are no difference, so the order that the script has is kept. */
  private static Section unordered(Section expected, Grid actual) {
    boolean same =
        !expected.lines().isEmpty()
            && Grid.parse(expected.lines()).sortedLines().equals(actual.sortedLines());
    return same ? expected : new Section(expected.kind(), actual.lines());
  }
}
