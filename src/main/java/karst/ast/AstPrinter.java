package karst.ast;

import java.util.List;

/** Writes syntax nodes as an indented tree, one node a line. */
public final class AstPrinter {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private AstPrinter() {}

  /** Returns a pipeline as a tree; every line ends in a newline. */
  public static String print(Pipeline pipeline) {
    AstPrinter printer = new AstPrinter();
    printer.pipeline(pipeline);
    return printer.out.toString();
  }

  /** Returns an eval expression as a tree. */
  public static String print(Expression expression) {
    AstPrinter printer = new AstPrinter();
    printer.expression(expression);
    return printer.out.toString();
  }

  /** Returns a search expression as a tree. */
  public static String print(SearchTerm term) {
    AstPrinter printer = new AstPrinter();
    printer.search(term);
    return printer.out.toString();
  }

  private void pipeline(Pipeline pipeline) {
    for (RawCommand command : pipeline.commands()) {
      line("command " + command.name());
      indented(() -> command.arguments().forEach(this::argument));
    }
  }

  private void argument(Argument argument) {
    if (argument instanceof Argument.Word word) {
      line("word " + Quoting.word(word.text(), word.quoted()));
    } else if (argument instanceof Argument.Comma) {
      line("comma");
    } else if (argument instanceof Argument.Option option) {
      line("option " + option.name());
      indented(() -> argument(option.value()));
    } else if (argument instanceof Argument.Call call) {
      line("call " + call.name());
      indented(() -> call.arguments().forEach(this::argument));
    } else if (argument instanceof Argument.Evaluation evaluation) {
      line("expression");
      indented(() -> expression(evaluation.expression()));
    } else if (argument instanceof Argument.Assignment assignment) {
      line("assign " + Quoting.target(assignment.target()));
      indented(() -> expression(assignment.expression()));
    } else if (argument instanceof Argument.Search search) {
      line("search");
      indented(() -> search(search.term()));
    } else if (argument instanceof Argument.Subsearch subsearch) {
      line("subsearch");
      indented(() -> pipeline(subsearch.pipeline()));
    }
  }

  private void expression(Expression expression) {
    if (expression instanceof Expression.NumberLiteral number) {
      line("number " + number.text());
    } else if (expression instanceof Expression.StringLiteral string) {
      line("string " + Quoting.expressionString(string.value()));
    } else if (expression instanceof Expression.Field field) {
      line("field " + Quoting.field(field));
    } else if (expression instanceof Expression.DottedName dotted) {
      line("dotted name " + dotted.name());
    } else if (expression instanceof Expression.Unary unary) {
      line(unary.operator().symbol());
      indented(() -> expression(unary.operand()));
    } else if (expression instanceof Expression.Binary binary) {
      line(binary.operator().symbol());
      indented(() -> expressions(List.of(binary.left(), binary.right())));
    } else if (expression instanceof Expression.In in) {
      line("IN");
      indented(
          () -> {
            expression(in.value());
            expressions(in.items());
          });
    } else if (expression instanceof Expression.Call call) {
      line("call " + call.name());
      indented(() -> expressions(call.arguments()));
    } else if (expression instanceof Expression.Subsearch subsearch) {
      line("subsearch");
      indented(() -> pipeline(subsearch.pipeline()));
    }
  }

  private void expressions(List<Expression> expressions) {
    expressions.forEach(this::expression);
  }

  private void search(SearchTerm term) {
    if (term instanceof SearchTerm.And and) {
      line("AND");
      indented(() -> and.terms().forEach(this::search));
    } else if (term instanceof SearchTerm.Or or) {
      line("OR");
      indented(() -> or.terms().forEach(this::search));
    } else if (term instanceof SearchTerm.Not not) {
      line("NOT");
      indented(() -> search(not.term()));
    } else if (term instanceof SearchTerm.Everything) {
      line("everything");
    } else if (term instanceof SearchTerm.Keyword) {
      line("keyword " + Unparser.unparse(term));
    } else if (term instanceof SearchTerm.TimeRange) {
      line("time range " + Unparser.unparse(term));
    } else if (term instanceof SearchTerm.Template template) {
      line("template " + String.join("[]", template.texts()));
      indented(() -> template.subsearches().forEach(this::pipeline));
    } else if (term instanceof SearchTerm.Comparison || term instanceof SearchTerm.In) {
      line(Unparser.unparse(term));
    } else if (term instanceof SearchTerm.Subsearch subsearch) {
      line("subsearch");
      indented(() -> pipeline(subsearch.pipeline()));
    }
  }

  private void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private void indented(Runnable body) {
    depth++;
    body.run();
    depth--;
  }
}
