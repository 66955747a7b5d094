package karst.ast;

import java.util.List;
import karst.source.Span;

/** One argument of a command. */
public sealed interface Argument extends Node {
  /**
   * A bare or quoted word: a field, a keyword, a number, a sign.
   *
   * @param text the word without its quotes, escapes undone
   * @param quoted whether it stood in quotes, and so is no keyword
   */
  record Word(String text, boolean quoted, Span span) implements Argument {}

  /** A comma; most commands take it for a space. */
  record Comma(Span span) implements Argument {}

  /**
   * {@code name=value}, whatever the spaces around the sign.
   *
   * @param name the name as written, without quotes; {@code field!=value} has the name {@code
   *     field!}
   * @param value a word, a call, a subsearch, or what stands in parentheses: an expression, or a
   *     search after {@code startswith=} and {@code endswith=}
   */
  record Option(String name, Span nameSpan, Argument value, Span span) implements Argument {}

  /**
   * {@code name(arguments)}, such as an aggregation.
   *
   * @param name the name as written
   */
  record Call(String name, Span nameSpan, List<Argument> arguments, Span span) implements Argument {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * An eval expression: the whole of {@code where}'s arguments, the inside of {@code eval(...)} in
   * an aggregation, or of parentheses after {@code head}.
   */
  record Evaluation(Expression expression, Span span) implements Argument {}

  /**
   * {@code target=expression} of {@code eval}.
   *
   * @param target the field to set; {@code {other}} in it stands for another field's value
   */
  record Assignment(Expression.Field target, Expression expression, Span span)
      implements Argument {}

  /** A search expression: {@code search}'s arguments, or what follows {@code where} in tstats. */
  record Search(SearchTerm term, Span span) implements Argument {}

  /** A pipeline in brackets. */
  record Subsearch(Pipeline pipeline, Span span) implements Argument {}
}
