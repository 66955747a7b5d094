package karst;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import karst.ast.AstPrinter;
import karst.ast.Pipeline;
import karst.exec.PhysicalNode;
import karst.plan.PlanPrinter;
import karst.source.Diagnostic;
import karst.source.DiagnosticRenderer;
import karst.source.Severity;
import karst.source.SourceMap;
import org.apache.calcite.rel.RelNode;

/**
 * Everything that the stages made of a search.
 *
 * @param query the text as the user wrote it
 * @param text the expanded text and where it comes from
 * @param syntax the raw commands
 * @param commands the bound commands
 * @param stages the plans of the parts that must run before the rest can be planned for good
 * @param plan the relational plan; one without data while there are stages
 * @param optimized the relational plan after optimisation
 * @param physical the operators
 * @param diagnostics warnings and notes
 * @param lasting whether compiling the text again would make the same of it: it asked for neither
 *     the time nor files that come and go
 */
record Compilation(
    SourceMap query,
    SourceMap text,
    Pipeline syntax,
    List<CommandTable.Bound<?>> commands,
    List<RelNode> stages,
    RelNode plan,
    RelNode optimized,
    PhysicalNode physical,
    List<Diagnostic> diagnostics,
    boolean lasting) {

  /** Returns a stage as text that ends in a line break. */
  String explain(Stage stage) {
    return switch (stage) {
      case EXPANDED -> text.expanded().stripTrailing() + "\n";
      case AST -> AstPrinter.print(syntax);
      case BOUND -> bound();
      case PLAN -> staged(PlanPrinter::print, PlanPrinter.print(plan));
      case OPTIMIZED -> staged(PlanPrinter::print, PlanPrinter.print(optimized));
      case PHYSICAL -> staged(PlanPrinter::print, physical.explain());
    };
  }

  /** Returns whether the search is planned for good only when it runs. */
  boolean isStaged() {
    return !stages.isEmpty();
  }

  /** Puts the stages that run earlier before the last one. */
  private String staged(Function<RelNode, String> printer, String last) {
    if (!isStaged()) {
      return last;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < stages.size(); i++) {
      text.append("stage ").append(i + 1).append(":\n").append(printer.apply(stages.get(i)));
    }
    return text.append("last stage, before data are known:\n").append(last).toString();
  }

  private String bound() {
    String spl =
        commands.stream()
            .map(bound -> "| " + bound.command().toSpl())
            .collect(Collectors.joining("\n"));
    List<Diagnostic> notes =
        diagnostics.stream().filter(d -> d.severity() == Severity.NOTE).toList();
    return notes.isEmpty() ? spl + "\n" : spl + "\n\n" + DiagnosticRenderer.render(notes);
  }
}
