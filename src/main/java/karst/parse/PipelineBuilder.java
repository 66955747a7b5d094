package karst.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.ast.Argument;
import karst.ast.Expression;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.ast.SearchTerm;
import karst.parse.antlr.SplParser;
import karst.parse.antlr.SplParserBaseVisitor;
import karst.source.SourceMap;
import karst.source.Span;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes pipelines and commands of parse trees; what a command holds is built by the others. */
final class PipelineBuilder extends SplParserBaseVisitor<RawCommand> {
  private final SourceMap map;
  private final ExpressionBuilder expressions;
  private final SearchBuilder searches;
  private final ArgumentBuilder arguments;

  PipelineBuilder(SourceMap map) {
    this.map = map;
    this.expressions = new ExpressionBuilder(this, map);
    this.searches = new SearchBuilder(this);
    this.arguments = new ArgumentBuilder(this);
  }

  Pipeline pipeline(SplParser.PipelineContext context) {
    List<RawCommand> commands = new ArrayList<>();
    for (SplParser.CommandContext command : context.command()) {
      commands.add(visit(command));
    }
    return new Pipeline(commands, Spans.of(context));
  }

  /** Returns what is written at a place. */
  String text(Span span) {
    return span.of(map.expanded());
  }

  Pipeline subsearch(SplParser.SubsearchContext context) {
    return pipeline(context.pipeline());
  }

  Expression expression(SplParser.ExpressionContext context) {
    return expressions.visit(context);
  }

  SearchTerm search(SplParser.SearchContext context, Span emptySpan) {
    return searches.search(context, emptySpan);
  }

  @Override
  public RawCommand visitSearchCommand(SplParser.SearchCommandContext context) {
    Span name = Spans.of(context.getStart());
    SearchTerm term = search(context.search(), Span.at(name.end()));
    String written = context.SEARCH_COMMAND() == null ? "search" : context.getStart().getText();
    return command(written, name, List.of(new Argument.Search(term, term.span())));
  }

  @Override
  public RawCommand visitExpressionCommand(SplParser.ExpressionCommandContext context) {
    Expression expression = expression(context.expression());
    Argument argument = new Argument.Evaluation(expression, Spans.of(context.expression()));
    return command(context.EXPRESSION_COMMAND(), List.of(argument));
  }

  @Override
  public RawCommand visitAssignmentsCommand(SplParser.AssignmentsCommandContext context) {
    List<Argument> assignments = new ArrayList<>();
    for (SplParser.AssignmentContext assignment : context.assignment()) {
      Expression.Field target = expressions.target(assignment.target);
      Expression value = expression(assignment.expression());
      assignments.add(new Argument.Assignment(target, value, Spans.of(assignment)));
    }
    return command(context.ASSIGNMENTS_COMMAND(), assignments);
  }

  @Override
  public RawCommand visitGeneralCommand(SplParser.GeneralCommandContext context) {
    return command(context.GENERAL_COMMAND(), arguments.arguments(context));
  }

  private static RawCommand command(TerminalNode name, List<Argument> arguments) {
    Token token = name.getSymbol();
    return command(token.getText(), Spans.of(token), arguments);
  }

  private static RawCommand command(String name, Span nameSpan, List<Argument> arguments) {
    Span span = nameSpan;
    if (!arguments.isEmpty()) {
      span = nameSpan.to(arguments.get(arguments.size() - 1).span());
    }
    return new RawCommand(name.toLowerCase(Locale.ROOT), nameSpan, arguments, span);
  }
}
