package karst.plan;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.externalize.RelWriterImpl;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.util.Pair;

/**
 * Writes relational trees with field names where Calcite's own writer has column numbers; a reader
 * need not count columns.
 */
public final class PlanPrinter {
  private PlanPrinter() {}

  /** Returns a tree as text, inputs indented below their node. */
  public static String print(RelNode root) {
    StringWriter text = new StringWriter();
    root.explain(new NamedWriter(new PrintWriter(text)));
    return text.toString();
  }

  /** Replaces the terms of the standard nodes. */
  private static final class NamedWriter extends RelWriterImpl {
    NamedWriter(PrintWriter out) {
      super(out, SqlExplainLevel.EXPPLAN_ATTRIBUTES, false);
    }

    @Override
    protected void explain_(RelNode rel, List<Pair<String, Object>> values) {
      List<Pair<String, Object>> terms = new ArrayList<>();
      if (rel instanceof Project project) {
        terms.addAll(inputsOf(values));
        terms.addAll(projectTerms(project));
      } else if (rel instanceof Filter filter) {
        terms.addAll(inputsOf(values));
        List<String> names = filter.getInput().getRowType().getFieldNames();
        terms.add(Pair.of("condition", RexPrinter.print(filter.getCondition(), names)));
      } else if (rel instanceof Aggregate aggregate) {
        terms.addAll(inputsOf(values));
        terms.addAll(aggregateTerms(aggregate));
      } else {
        terms.addAll(values);
      }
      super.explain_(rel, terms);
    }

    private static List<Pair<String, Object>> inputsOf(List<Pair<String, Object>> values) {
      return values.stream().filter(value -> value.right instanceof RelNode).toList();
    }

    private static List<Pair<String, Object>> projectTerms(Project project) {
      List<String> names = project.getInput().getRowType().getFieldNames();
      List<Pair<String, Object>> terms = new ArrayList<>();
      for (int i = 0; i < project.getProjects().size(); i++) {
        String text = RexPrinter.print(project.getProjects().get(i), names);
        terms.add(Pair.of(project.getRowType().getFieldNames().get(i), text));
      }
      return terms;
    }

    private static List<Pair<String, Object>> aggregateTerms(Aggregate aggregate) {
      List<String> names = aggregate.getInput().getRowType().getFieldNames();
      List<Pair<String, Object>> terms = new ArrayList<>();
      terms.add(Pair.of("by", aggregate.getGroupSet().asList().stream().map(names::get).toList()));
      for (AggregateCall call : aggregate.getAggCallList()) {
        String arguments =
            call.getArgList().stream().map(names::get).collect(Collectors.joining(", "));
        String text = call.getAggregation().getName() + "(" + arguments + ")";
        terms.add(Pair.of(String.valueOf(call.getName()), text));
      }
      return terms;
    }
  }
}
