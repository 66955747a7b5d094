package karst.ast;

import java.util.List;
import karst.source.Span;

/** An expression of eval and where. */
public sealed interface Expression extends Node {
  /**
   * A number.
   *
   * @param text as written, since {@code eval a=5.0} keeps its digits
   */
  record NumberLiteral(String text, Span span) implements Expression {}

  /**
   * A text in double quotes.
   *
   * @param value without quotes, escapes undone
   */
  record StringLiteral(String value, Span span) implements Expression {}

  /**
   * A field.
   *
   * @param name without quotes
   * @param quoted whether it stood in single quotes (or, as a target, in any)
   */
  record Field(String name, boolean quoted, Span span) implements Expression {}

  /**
   * Bare names joined by dots without spaces: one field if the row has it, else the values joined
   * (spl-semantics Q5).
   *
   * @param parts at least two names
   */
  record DottedName(List<Field> parts, Span span) implements Expression {
    public DottedName {
      parts = List.copyOf(parts);
    }

    /** Returns the whole name with its dots. */
    public String name() {
      return String.join(".", parts.stream().map(Field::name).toList());
    }
  }

  /** A sign or negation before an expression. */
  record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

  /** Two expressions with an operator between. */
  record Binary(BinaryOperator operator, Expression left, Expression right, Span span)
      implements Expression {}

  /** {@code value IN (item, ...)}. */
  record In(Expression value, List<Expression> items, Span span) implements Expression {
    public In {
      items = List.copyOf(items);
    }
  }

  /**
   * A function call.
   *
   * @param name as written
   */
  record Call(String name, Span nameSpan, List<Expression> arguments, Span span)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** A subsearch whose result stands in the expression's text. */
  record Subsearch(Pipeline pipeline, Span span) implements Expression {}
}
