package karst;

import java.util.List;
import java.util.stream.Collectors;
import karst.ast.AstPrinter;
import karst.ast.Pipeline;
import karst.command.Command;
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
 * @param text the expanded text and where it comes from
 * @param syntax the raw commands
 * @param commands the bound commands
 * @param plan the relational plan
 * @param optimized the relational plan after optimisation
 * @param physical the operators
 * @param diagnostics warnings and notes
 */
record Compilation(
    SourceMap text,
    Pipeline syntax,
    List<Command> commands,
    RelNode plan,
    RelNode optimized,
    PhysicalNode physical,
    List<Diagnostic> diagnostics) {

  /** Returns a stage as text that ends in a line break. */
  String explain(Stage stage) {
    return switch (stage) {
      case EXPANDED -> text.expanded().stripTrailing() + "\n";
      case AST -> AstPrinter.print(syntax);
      case BOUND -> bound();
      case PLAN -> PlanPrinter.print(plan);
      case OPTIMIZED -> PlanPrinter.print(optimized);
      case PHYSICAL -> physical.explain();
    };
  }

  private String bound() {
    String spl =
        commands.stream().map(command -> "| " + command.toSpl()).collect(Collectors.joining("\n"));
    List<Diagnostic> notes =
        diagnostics.stream().filter(d -> d.severity() == Severity.NOTE).toList();
    return notes.isEmpty() ? spl + "\n" : spl + "\n\n" + DiagnosticRenderer.render(notes);
  }
}
