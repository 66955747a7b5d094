package karst.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.ast.Unparser;
import karst.command.Foreach;
import karst.function.ScalarFunction;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Vector;
import org.apache.calcite.rex.RexNode;

/**
 * Plans {@code foreach} over the values of a field: the rows so far are run, since the template is
 * planned as often as the longest field has values. In a row that has fewer the fields stay.
 */
public final class ForeachValue {
  /** More values than this make a plan too large to be of use. */
  private static final int MAX_VALUES = 1000;

  // Names that no query can write.
  private static final String ITEMS = "$items";
  private static final String ITEM = "$item";

  private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);

  private final Foreach command;
  private final PlanBuilder plan;
  private final PlanContext context;

  /** Creates the planning of a command that goes through values. */
  public ForeachValue(Foreach command, PlanBuilder plan) {
    this.command = command;
    this.plan = plan;
    this.context = plan.context();
  }

  /** Plans the template for each value. */
  public void convert() {
    if (itemNamesField()) {
      fault("a field cannot be called after a value, which differs from row to row");
      return;
    }
    if (assignments(0).isEmpty()) {
      fault("the template of a foreach over values is one eval");
      return;
    }
    plan.assign(ITEMS, items());
    StageRows rows = plan.run();
    // While the search is only prepared one value is enough to find what is wrong.
    int count = 1;
    if (rows != null) {
      plan.resume(rows);
      count = longest(rows);
    }
    for (int i = 0; i < count; i++) {
      iterate(i);
    }
    List<String> names = new ArrayList<>(plan.names());
    List<RexNode> columns = new ArrayList<>(plan.columns());
    for (String name : List.of(ITEMS, ITEM)) {
      int index = names.indexOf(name);
      if (index >= 0) {
        names.remove(index);
        columns.remove(index);
      }
    }
    plan.project(columns, names);
    if (rows == null) {
      plan.markOpen();
    }
  }

  private void fault(String message) {
    context
        .diagnostics()
        .add(Diagnostic.error(DiagnosticCode.ARGUMENT, message), command.templateSpan());
  }

  private boolean itemNamesField() {
    String item = Pattern.quote(command.places().item());
    return Pattern.compile("'[^'\"]*" + item + "[^'\"]*'").matcher(command.template()).find();
  }

  /** Reads the template for one value: its number is known, the value is that of a column. */
  private List<Argument.Assignment> assignments(int number) {
    String text = command.template().replace(command.places().field(), field().name());
    text = text.replace(command.places().iteration(), Integer.toString(number));
    text = withItem(text, command.places().item());
    Pipeline pipeline = context.stages().parse(PlanTemplate.source("foreach", text));
    List<Argument.Assignment> assignments = new ArrayList<>();
    if (pipeline.commands().size() == 1) {
      RawCommand eval = pipeline.commands().get(0);
      for (Argument argument : eval.arguments()) {
        if (eval.name().equals("eval") && argument instanceof Argument.Assignment assignment) {
          assignments.add(assignment);
        }
      }
    }
    return assignments;
  }

  private FieldName field() {
    return command.fields().get(0);
  }

  /** Puts the value's column in place of the value, bare or within a text. */
  private static String withItem(String template, String place) {
    String column = "'" + ITEM + "'";
    String texts =
        TEXT.matcher(template)
            .replaceAll(text -> Matcher.quoteReplacement(joined(text.group(), place, column)));
    return texts.replace(place, column);
  }

  /** A text with the value in it is its parts, joined. */
  private static String joined(String quoted, String place, String column) {
    if (!quoted.contains(place)) {
      return quoted;
    }
    String parts = quoted.replace(place, "\"." + column + ".\"");
    parts = parts.replace("\"\".", "").replace(".\"\"", "");
    return parts.equals(column) ? column : "(" + parts + ")";
  }

  private RexNode items() {
    RexNode value = plan.field(field());
    return switch (command.mode()) {
      case MULTIFIELD, MULTIVALUE -> value;
      case JSON_ARRAY -> call("json_array_to_mv", value);
      case AUTO_COLLECTIONS ->
          context.firstPresent(List.of(call("json_array_to_mv", value), value));
    };
  }

  private RexNode call(String name, RexNode... operands) {
    ScalarFunction function = context.functions().find(name);
    if (function == null) {
      throw new IllegalStateException("the function " + name + " is missing");
    }
    return context.call(function, operands);
  }

  private int longest(StageRows rows) {
    int longest = 0;
    for (Batch batch : rows.batches()) {
      Vector items = batch.vector(rows.schema().indexOf(ITEMS));
      for (int row = 0; row < batch.rowCount(); row++) {
        boolean list = items.kindAt(row) == Kind.LIST;
        longest = Math.max(longest, list ? items.listAt(row).size() : items.isNull(row) ? 0 : 1);
      }
    }
    if (longest > MAX_VALUES) {
      throw Diagnostic.error(
              DiagnosticCode.ROW_LIMIT,
              "foreach goes through at most " + MAX_VALUES + " values, not " + longest)
          .at(context.diagnostics().map(), command.span())
          .toException();
    }
    return longest;
  }

  private void iterate(int number) {
    PlanTemplate template = new PlanTemplate(plan, command.templateSpan());
    template.plan("foreach", "eval '%s'=mvindex('%s', %d)".formatted(ITEM, ITEMS, number));
    for (Argument.Assignment assignment : assignments(number)) {
      String target = assignment.target().name();
      String expression = Unparser.unparse(assignment.expression());
      String before = plan.find(target) == null ? "null()" : "'" + target + "'";
      template.plan(
          "foreach",
          "eval '%s'=if(isnotnull('%s'), %s, %s)".formatted(target, ITEM, expression, before));
    }
  }
}
