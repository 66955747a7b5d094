package karst.parse;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.SearchTerm;
import karst.parse.antlr.SplLexer;
import karst.parse.antlr.SplParser;
import karst.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Makes general arguments: words, options, calls, brackets. */
final class ArgumentBuilder {
  private final PipelineBuilder pipelines;

  ArgumentBuilder(PipelineBuilder pipelines) {
    this.pipelines = pipelines;
  }

  List<Argument> arguments(SplParser.GeneralCommandContext command) {
    List<Argument> arguments = new ArrayList<>();
    command.argument().forEach(argument -> arguments.add(argument(argument)));
    for (SplParser.WhereClauseContext clause : command.whereClause()) {
      Argument.Word where = keyword(clause.WHERE());
      arguments.add(where);
      arguments.add(search(clause.search(), Span.at(where.span().end())));
      if (clause.BY() != null) {
        arguments.add(keyword(clause.BY()));
      }
      clause.argument().forEach(argument -> arguments.add(argument(argument)));
    }
    return arguments;
  }

  private static Argument.Word keyword(TerminalNode node) {
    return new Argument.Word(node.getText(), false, Spans.of(node.getSymbol()));
  }

  private Argument argument(SplParser.ArgumentContext context) {
    if (context instanceof SplParser.CommaArgumentContext) {
      return new Argument.Comma(Spans.of(context));
    }
    if (context instanceof SplParser.WordArgumentContext word) {
      return wordOrOption(word, word.word(), word.NOT_EQUAL(), word.optionValue());
    }
    if (context instanceof SplParser.CallArgumentContext call) {
      return call(call.call());
    }
    if (context instanceof SplParser.EvaluationArgumentContext evaluation) {
      return evaluation(evaluation.expression(), Spans.of(evaluation));
    }
    if (context instanceof SplParser.SubsearchArgumentContext subsearch) {
      return subsearch(subsearch.subsearch());
    }
    throw new IllegalStateException("no such argument: " + context.getClass());
  }

  private Argument wordOrOption(
      ParserRuleContext whole,
      SplParser.WordContext name,
      @Nullable TerminalNode notEqual,
      SplParser.@Nullable OptionValueContext value) {
    Argument.Word word = word(name);
    if (value == null) {
      return word;
    }
    String optionName = notEqual == null ? word.text() : word.text() + "!";
    return new Argument.Option(optionName, word.span(), value(value), Spans.of(whole));
  }

  private Argument value(SplParser.OptionValueContext context) {
    if (context.word() != null) {
      return word(context.word());
    }
    if (context.call() != null) {
      return call(context.call());
    }
    if (context.expression() != null) {
      return evaluation(context.expression(), Spans.of(context));
    }
    if (context.search() != null) {
      return search(context.search(), Span.at(Spans.of(context.getStart()).end()));
    }
    return subsearch(context.subsearch());
  }

  private Argument.Word word(SplParser.WordContext context) {
    Token token = context.getStart();
    String text = token.getText();
    Span span = Spans.of(token);
    return switch (token.getType()) {
      case SplLexer.STRING -> new Argument.Word(Literals.quotedPieces(text), true, span);
      case SplLexer.QUOTED_NAME -> new Argument.Word(Literals.name(text), true, span);
      default -> new Argument.Word(Literals.bare(text), false, span);
    };
  }

  private Argument.Call call(SplParser.CallContext context) {
    Token name = context.getStart();
    List<Argument> items = new ArrayList<>();
    if (context.expression() != null) {
      items.add(evaluation(context.expression(), Spans.of(context.expression())));
    } else {
      for (SplParser.ItemContext item : context.item()) {
        items.add(item(item));
      }
    }
    return new Argument.Call(name.getText(), Spans.of(name), items, Spans.of(context));
  }

  private Argument item(SplParser.ItemContext context) {
    if (context.call() != null) {
      return call(context.call());
    }
    if (context.subsearch() != null) {
      return subsearch(context.subsearch());
    }
    if (context.word() == null) {
      return new Argument.Comma(Spans.of(context));
    }
    if (context.EQUAL() != null && context.optionValue() == null) {
      Argument.Word word = word(context.word());
      return new Argument.Word(word.text() + "=", word.quoted(), Spans.of(context));
    }
    return wordOrOption(context, context.word(), context.NOT_EQUAL(), context.optionValue());
  }

  private Argument evaluation(SplParser.ExpressionContext context, Span span) {
    return new Argument.Evaluation(pipelines.expression(context), span);
  }

  private Argument search(SplParser.SearchContext context, Span emptySpan) {
    SearchTerm term = pipelines.search(context, emptySpan);
    return new Argument.Search(term, term.span());
  }

  private Argument subsearch(SplParser.SubsearchContext context) {
    return new Argument.Subsearch(pipelines.subsearch(context), Spans.of(context));
  }
}
