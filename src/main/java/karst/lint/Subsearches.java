package karst.lint;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.Expression;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.ast.SearchTerm;

/** Finds the subsearches in a command's arguments. */
final class Subsearches {
  private final List<Pipeline> found = new ArrayList<>();

  private Subsearches() {}

  /** Returns the subsearches of a command, but not those within them. */
  static List<Pipeline> of(RawCommand command) {
    Subsearches subsearches = new Subsearches();
    command.arguments().forEach(subsearches::collect);
    return subsearches.found;
  }

  private void collect(Argument argument) {
    if (argument instanceof Argument.Subsearch subsearch) {
      found.add(subsearch.pipeline());
    } else if (argument instanceof Argument.Option option) {
      collect(option.value());
    } else if (argument instanceof Argument.Call call) {
      call.arguments().forEach(this::collect);
    } else if (argument instanceof Argument.Evaluation evaluation) {
      collect(evaluation.expression());
    } else if (argument instanceof Argument.Assignment assignment) {
      collect(assignment.expression());
    } else if (argument instanceof Argument.Search search) {
      SearchTerms.walk(search.term(), this::collect);
    }
  }

  private void collect(SearchTerm term) {
    if (term instanceof SearchTerm.Template template) {
      found.addAll(template.subsearches());
    } else if (term instanceof SearchTerm.Subsearch subsearch) {
      found.add(subsearch.pipeline());
    }
  }

  private void collect(Expression expression) {
    if (expression instanceof Expression.Subsearch subsearch) {
      found.add(subsearch.pipeline());
    } else if (expression instanceof Expression.Unary unary) {
      collect(unary.operand());
    } else if (expression instanceof Expression.Binary binary) {
      collect(binary.left());
      collect(binary.right());
    } else if (expression instanceof Expression.In in) {
      collect(in.value());
      in.items().forEach(this::collect);
    } else if (expression instanceof Expression.Call call) {
      call.arguments().forEach(this::collect);
    }
  }
}
