package karst.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import karst.ast.BinaryOperator;
import karst.ast.Expression;
import karst.ast.UnaryOperator;
import karst.parse.antlr.SplLexer;
import karst.parse.antlr.SplParser;
import karst.parse.antlr.SplParserBaseVisitor;
import karst.source.SourceMap;
import karst.source.Span;
import org.antlr.v4.runtime.Token;

/** Makes eval expressions. */
final class ExpressionBuilder extends SplParserBaseVisitor<Expression> {
  private final PipelineBuilder pipelines;
  private final SourceMap map;

  ExpressionBuilder(PipelineBuilder pipelines, SourceMap map) {
    this.pipelines = pipelines;
    this.map = map;
  }

  /** Makes the field that an assignment sets; its name may stand in any quotes. */
  Expression.Field target(Token token) {
    String text = token.getText();
    Span span = Spans.of(token);
    return switch (token.getType()) {
      case SplLexer.STRING -> new Expression.Field(Literals.quoted(text), true, span);
      case SplLexer.QUOTED_NAME -> new Expression.Field(Literals.name(text), true, span);
      default -> new Expression.Field(text, false, span);
    };
  }

  @Override
  public Expression visitSignExpression(SplParser.SignExpressionContext context) {
    UnaryOperator operator = context.MINUS() == null ? UnaryOperator.PLUS : UnaryOperator.NEGATE;
    return new Expression.Unary(operator, visit(context.expression()), Spans.of(context));
  }

  @Override
  public Expression visitNotExpression(SplParser.NotExpressionContext context) {
    return new Expression.Unary(UnaryOperator.NOT, visit(context.expression()), Spans.of(context));
  }

  @Override
  public Expression visitInExpression(SplParser.InExpressionContext context) {
    return leftToRight(context);
  }

  @Override
  public Expression visitBinaryExpression(SplParser.BinaryExpressionContext context) {
    return leftToRight(context);
  }

  /** Walks down the left operands without recursion: a chain may have thousands of them. */
  private Expression leftToRight(SplParser.ExpressionContext whole) {
    Deque<SplParser.ExpressionContext> spine = new ArrayDeque<>();
    SplParser.ExpressionContext context = whole;
    while (true) {
      if (context instanceof SplParser.BinaryExpressionContext binary) {
        spine.push(binary);
        context = binary.expression(0);
      } else if (context instanceof SplParser.InExpressionContext in) {
        spine.push(in);
        context = in.expression();
      } else {
        break;
      }
    }
    OperatorChain chain = new OperatorChain(visit(context), map);
    for (SplParser.ExpressionContext link : spine) {
      if (link instanceof SplParser.BinaryExpressionContext binary) {
        BinaryOperator operator = operator(binary.operator);
        chain.apply(operator, visit(binary.expression(1)), Spans.of(binary));
        if (binary.NOT() != null) {
          chain.negate(Spans.of(binary));
        }
      } else if (link instanceof SplParser.InExpressionContext in) {
        Span span = Spans.of(in);
        chain.in(list(in.expressions()), span);
        if (in.NOT() != null) {
          chain.negate(span);
        }
      }
    }
    return chain.finish();
  }

  private List<Expression> list(SplParser.ExpressionsContext context) {
    List<Expression> items = new ArrayList<>();
    for (SplParser.ExpressionContext item : context.expression()) {
      items.add(visit(item));
    }
    return items;
  }

  private static BinaryOperator operator(Token token) {
    return switch (token.getType()) {
      case SplLexer.STAR -> BinaryOperator.MULTIPLY;
      case SplLexer.SLASH -> BinaryOperator.DIVIDE;
      case SplLexer.PERCENT -> BinaryOperator.MODULO;
      case SplLexer.PLUS -> BinaryOperator.ADD;
      case SplLexer.MINUS -> BinaryOperator.SUBTRACT;
      case SplLexer.DOT -> BinaryOperator.CONCAT;
      case SplLexer.EQUAL -> BinaryOperator.EQUAL;
      case SplLexer.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case SplLexer.LESS -> BinaryOperator.LESS;
      case SplLexer.LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case SplLexer.GREATER -> BinaryOperator.GREATER;
      case SplLexer.GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case SplLexer.LIKE -> BinaryOperator.LIKE;
      case SplLexer.AND -> BinaryOperator.AND;
      case SplLexer.OR -> BinaryOperator.OR;
      case SplLexer.XOR -> BinaryOperator.XOR;
      default -> throw new IllegalStateException("no such operator: " + token.getText());
    };
  }

  @Override
  public Expression visitPrimaryExpression(SplParser.PrimaryExpressionContext context) {
    return visit(context.primary());
  }

  @Override
  public Expression visitGroupPrimary(SplParser.GroupPrimaryContext context) {
    return visit(context.expression());
  }

  @Override
  public Expression visitNumberPrimary(SplParser.NumberPrimaryContext context) {
    return new Expression.NumberLiteral(context.getText(), Spans.of(context));
  }

  @Override
  public Expression visitStringPrimary(SplParser.StringPrimaryContext context) {
    String value = Literals.expressionString(context.getText());
    return new Expression.StringLiteral(value, Spans.of(context));
  }

  @Override
  public Expression visitFieldPrimary(SplParser.FieldPrimaryContext context) {
    return target(context.getStart());
  }

  @Override
  public Expression visitDottedPrimary(SplParser.DottedPrimaryContext context) {
    String text = context.getText();
    Span span = Spans.of(context);
    List<Expression.Field> parts = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int dot = text.indexOf('.', start);
      int end = dot < 0 ? text.length() : dot;
      Span partSpan = new Span(start, end).shift(span.start());
      parts.add(new Expression.Field(text.substring(start, end), false, partSpan));
      start = end + 1;
    }
    return new Expression.DottedName(parts, span);
  }

  @Override
  public Expression visitCallPrimary(SplParser.CallPrimaryContext context) {
    List<Expression> arguments =
        context.expressions() == null ? List.of() : list(context.expressions());
    return new Expression.Call(
        context.name.getText(), Spans.of(context.name), arguments, Spans.of(context));
  }

  @Override
  public Expression visitSubsearchPrimary(SplParser.SubsearchPrimaryContext context) {
    return new Expression.Subsearch(pipelines.subsearch(context.subsearch()), Spans.of(context));
  }
}
