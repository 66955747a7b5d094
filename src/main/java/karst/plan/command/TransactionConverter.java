package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Expression;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.command.Transaction;
import karst.plan.CommandConverter;
import karst.plan.ExpressionConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.SearchConverter;
import karst.plan.TypeMapping;
import karst.plan.rel.Transaction.Joined;
import karst.plan.rel.WindowAggregate;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.type.SplType;
import karst.type.TimeSpan;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/** Plans {@code transaction}. */
public final class TransactionConverter implements CommandConverter<Transaction> {
  private static final String START = "_$start";
  private static final String END = "_$end";
  private static final List<String> MADE = List.of("duration", "eventcount", "closed_txn");
  private static final String ORPHAN = "_txn_orphan";

  @Override
  public void convert(Transaction command, PlanBuilder plan) {
    PlanContext context = plan.context();
    if (plan.find("_time") == null && !plan.isOpen()) {
      context.error(
          DiagnosticCode.UNKNOWN_FIELD, command.span(), "`transaction` needs the field `_time`");
      return;
    }
    if (plan.find("_time") == null) {
      plan.assign("_time", context.nothing());
    }
    List<String> names = new ArrayList<>(plan.names());
    List<Integer> fields = new ArrayList<>();
    for (FieldName field : command.fields()) {
      if (plan.indexOf(field.name()) < 0) {
        plan.assign(field.name(), plan.field(field));
        names.add(field.name());
      }
      fields.add(plan.indexOf(field.name()));
    }
    RexNode start = condition(command.start(), plan);
    RexNode end = condition(command.end(), plan);
    mark(START, start, plan);
    mark(END, end, plan);
    if (context.diagnostics().hasErrors()) {
      return;
    }
    transform(command, fields, plan);
    List<String> wanted = new ArrayList<>(names);
    wanted.removeAll(MADE);
    wanted.addAll(MADE);
    if (command.keepOrphans()) {
      wanted.remove(ORPHAN);
      wanted.add(ORPHAN);
    }
    List<RexNode> columns = new ArrayList<>();
    for (String name : wanted) {
      // Of two columns of one name the last is the one that was made.
      int last = plan.names().lastIndexOf(name);
      columns.add(plan.columns().get(last));
    }
    plan.project(columns, wanted);
  }

  private static void mark(String name, @Nullable RexNode condition, PlanBuilder plan) {
    if (condition != null) {
      PlanContext context = plan.context();
      RexNode one = context.text("1");
      plan.assign(
          name,
          context
              .rex()
              .makeCall(
                  context.type(SplType.STRING),
                  SqlStdOperatorTable.CASE,
                  List.of(condition, one, context.nothing())));
    }
  }

  private static void transform(Transaction command, List<Integer> fields, PlanBuilder plan) {
    List<Column> input = TypeMapping.schemaOf(plan.node().getRowType()).columns();
    List<Joined> values = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (Column column : input) {
      Joined joined = joined(column.name(), command);
      values.add(joined);
      boolean made = MADE.contains(column.name()) || column.name().equals(ORPHAN);
      String name = made ? "$" + column.name() : column.name();
      columns.add(new Column(name, joined == Joined.NOT ? column.type() : SplType.DYNAMIC));
    }
    MADE.forEach(name -> columns.add(new Column(name, SplType.NUMBER)));
    columns.add(new Column(ORPHAN, SplType.NUMBER));
    Transaction.Limits limits = command.limits();
    plan.transform(
        new karst.plan.rel.Transaction(
            fields,
            plan.indexOf("_time"),
            command.start() == null ? WindowAggregate.NO_COLUMN : plan.indexOf(START),
            command.end() == null ? WindowAggregate.NO_COLUMN : plan.indexOf(END),
            new karst.plan.rel.Transaction.Limits(
                seconds(limits.span()), seconds(limits.pause()), limits.events()),
            new karst.plan.rel.Transaction.Rules(command.connected(), command.unifyEnds()),
            new karst.plan.rel.Transaction.Keep(command.keepOrphans(), command.keepEvicted()),
            values,
            command.nullText()),
        new Schema(columns));
  }

  private static Joined joined(String column, Transaction command) {
    return switch (column) {
      case "_time", START, END -> Joined.NOT;
      case "_raw" -> command.rawLists() ? Joined.LIST : Joined.LINES;
      default -> command.lists().has(column) ? Joined.LIST : Joined.DISTINCT;
    };
  }

  private static double seconds(@Nullable String span) {
    return span == null ? Double.POSITIVE_INFINITY : TimeSpan.parse(span).seconds();
  }

  private static @Nullable RexNode condition(
      Transaction.@Nullable Boundary boundary, PlanBuilder plan) {
    if (boundary == null) {
      return null;
    }
    PlanContext context = plan.context();
    SearchTerm term = boundary.term();
    Expression expression = boundary.condition() == null ? null : boundary.condition().expression();
    if (expression != null) {
      return new ExpressionConverter(context, plan).condition(expression);
    }
    if (term != null) {
      return new SearchConverter(context, plan).convert(term);
    }
    // The places in a quoted text are its own.
    SourceMap text = SourceMap.identity(SourceText.of("<boundary>", boundary.text()));
    Diagnostics diagnostics = new Diagnostics(text);
    RexNode condition =
        new SearchConverter(context.withDiagnostics(diagnostics), plan)
            .convert(context.parser().parseSearch(text));
    diagnostics.throwIfErrors();
    return condition;
  }
}
