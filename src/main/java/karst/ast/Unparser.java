package karst.ast;

import java.util.List;

/**
 * Writes syntax nodes as canonical SPL: one space between parts, quotes only where they are needed
 * or were written, parentheses only where they change the meaning (and around an OR beside an AND
 * in a search, where the order of precedence would surprise a reader).
 *
 * <p>Parsing the text and writing it again gives the same text.
 */
public final class Unparser {
  private final StringBuilder out = new StringBuilder();
  private final ExpressionWriter expressions = new ExpressionWriter(out, this);
  private final SearchWriter searches = new SearchWriter(out, this);

  private Unparser() {}

  /** Returns a pipeline as SPL. */
  public static String unparse(Pipeline pipeline) {
    Unparser unparser = new Unparser();
    unparser.pipeline(pipeline);
    return unparser.out.toString();
  }

  /** Returns a command as SPL, without a pipe before it. */
  public static String unparse(RawCommand command) {
    Unparser unparser = new Unparser();
    unparser.command(command);
    return unparser.out.toString();
  }

  /** Returns an argument as SPL. */
  public static String unparse(Argument argument) {
    Unparser unparser = new Unparser();
    unparser.argument(argument);
    return unparser.out.toString();
  }

  /** Returns an eval expression as SPL. */
  public static String unparse(Expression expression) {
    Unparser unparser = new Unparser();
    unparser.expressions.write(expression);
    return unparser.out.toString();
  }

  /** Returns a search expression as SPL. */
  public static String unparse(SearchTerm term) {
    Unparser unparser = new Unparser();
    unparser.searches.write(term);
    return unparser.out.toString();
  }

  void subsearch(Pipeline pipeline) {
    out.append('[');
    pipeline(pipeline);
    out.append(']');
  }

  private void pipeline(Pipeline pipeline) {
    List<RawCommand> commands = pipeline.commands();
    for (int i = 0; i < commands.size(); i++) {
      RawCommand command = commands.get(i);
      if (i > 0) {
        out.append(" | ");
      } else if (!command.name().equals("search")) {
        out.append("| ");
      }
      command(command);
    }
  }

  private void command(RawCommand command) {
    out.append(command.name());
    if (command.name().equals("where")
        && command.arguments().size() == 1
        && command.arguments().get(0) instanceof Argument.Evaluation evaluation) {
      out.append(' ');
      expressions.write(evaluation.expression());
      return;
    }
    Argument previous = null;
    for (Argument argument : command.arguments()) {
      boolean assignments =
          previous instanceof Argument.Assignment && argument instanceof Argument.Assignment;
      if (assignments) {
        out.append(", ");
      } else if (!(argument instanceof Argument.Comma)) {
        out.append(' ');
      }
      argument(argument);
      previous = argument;
    }
  }

  private void argument(Argument argument) {
    if (argument instanceof Argument.Word word) {
      out.append(Quoting.word(word.text(), word.quoted()));
    } else if (argument instanceof Argument.Comma) {
      out.append(',');
    } else if (argument instanceof Argument.Option option) {
      option(option);
    } else if (argument instanceof Argument.Call call) {
      call(call);
    } else if (argument instanceof Argument.Evaluation evaluation) {
      out.append('(');
      expressions.write(evaluation.expression());
      out.append(')');
    } else if (argument instanceof Argument.Assignment assignment) {
      out.append(Quoting.target(assignment.target()));
      out.append('=');
      expressions.write(assignment.expression());
    } else if (argument instanceof Argument.Search search) {
      searches.write(search.term());
    } else if (argument instanceof Argument.Subsearch subsearch) {
      subsearch(subsearch.pipeline());
    }
  }

  private void option(Argument.Option option) {
    String name = option.name();
    // `field!=pattern` is an option whose name ends in the sign.
    boolean not = name.length() > 1 && name.endsWith("!");
    out.append(Quoting.word(not ? name.substring(0, name.length() - 1) : name, false));
    out.append(not ? "!=" : "=");
    if (option.value() instanceof Argument.Search search) {
      out.append('(');
      searches.write(search.term());
      out.append(')');
    } else if (option.value() instanceof Argument.Word word) {
      out.append(Quoting.word(word.text(), word.quoted()));
    } else {
      argument(option.value());
    }
  }

  private void call(Argument.Call call) {
    out.append(call.name());
    if (call.arguments().size() == 1
        && call.arguments().get(0) instanceof Argument.Evaluation evaluation) {
      out.append('(');
      expressions.write(evaluation.expression());
      out.append(')');
      return;
    }
    out.append('(');
    Argument previous = null;
    for (Argument argument : call.arguments()) {
      if (previous != null && !(argument instanceof Argument.Comma)) {
        out.append(' ');
      }
      argument(argument);
      previous = argument;
    }
    out.append(')');
  }
}
