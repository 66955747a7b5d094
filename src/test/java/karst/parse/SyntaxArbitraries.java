package karst.parse;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.BinaryOperator;
import karst.ast.Expression;
import karst.ast.FieldName;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.ast.SearchOperator;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.ast.UnaryOperator;
import karst.source.Span;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random syntax nodes, with texts full of the characters that need quotes and escapes. */
final class SyntaxArbitraries {
  private static final Span NOWHERE = Span.at(0);

  private SyntaxArbitraries() {}

  /** Texts in which every character means something somewhere. */
  static Arbitrary<String> texts() {
    Arbitrary<String> soup =
        Arbitraries.strings()
            .withChars("ab1_ \t\n\r,()|\"[]{}=<>!\\'*.:-+%/$@&^~\u00e9")
            .ofMinLength(0)
            .ofMaxLength(6);
    Arbitrary<String> words =
        Arbitraries.of(
            "a",
            "b",
            "AND",
            "or",
            "NOT",
            "IN",
            "in",
            "like",
            "xor",
            "by",
            "search",
            "TERM(x)",
            "now()",
            "a::b",
            "a::",
            "::1",
            "1.5",
            ".5",
            "x.y",
            "C:\\",
            "\uD83D\uDE00",
            "<<FIELD>>");
    return Arbitraries.oneOf(words, soup);
  }

  static Arbitrary<String> names() {
    return Arbitraries.of("a", "b", "count", "like", "in", "x1", "_time", "if");
  }

  static Arbitrary<Expression> expressions(int depth) {
    Arbitrary<Expression> leaf =
        Arbitraries.oneOf(
            Arbitraries.of("0", "12", "1.50", ".5", "1e3").map(n -> number(n)),
            texts().map(t -> new Expression.StringLiteral(t, NOWHERE)),
            fields().map(f -> f),
            Arbitraries.of("a", "b_1", "_c")
                .map(n -> new Expression.Field(n, false, NOWHERE))
                .list()
                .ofMinSize(2)
                .ofMaxSize(3)
                .map(parts -> new Expression.DottedName(parts, NOWHERE)));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Expression> inner = Arbitraries.lazy(() -> expressions(depth - 1));
    Arbitrary<List<Expression>> some = inner.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf,
        Combinators.combine(Arbitraries.of(BinaryOperator.values()), inner, inner)
            .as((o, l, r) -> new Expression.Binary(o, l, r, NOWHERE)),
        Combinators.combine(Arbitraries.of(UnaryOperator.values()), inner)
            .as((o, e) -> new Expression.Unary(o, e, NOWHERE)),
        Combinators.combine(inner, some).as((v, i) -> new Expression.In(v, i, NOWHERE)),
        Combinators.combine(names(), some)
            .as((n, a) -> new Expression.Call(n, NOWHERE, a, NOWHERE)),
        Arbitraries.lazy(() -> pipelines(depth - 1))
            .map(p -> new Expression.Subsearch(p, NOWHERE)));
  }

  private static Expression number(String text) {
    return new Expression.NumberLiteral(text, NOWHERE);
  }

  private static Arbitrary<Expression.Field> fields() {
    return Combinators.combine(texts(), Arbitraries.of(true, false))
        .as((name, quoted) -> new Expression.Field(name, quoted, NOWHERE));
  }

  private static Arbitrary<SearchValue> values() {
    return Combinators.combine(
            texts(), Arbitraries.of(true, false), Arbitraries.of(SearchValue.Form.values()))
        .as((text, quoted, form) -> new SearchValue(text, quoted, form, NOWHERE));
  }

  static Arbitrary<SearchTerm> searches(int depth) {
    Arbitrary<FieldName> field = texts().map(name -> new FieldName(name, NOWHERE));
    Arbitrary<SearchTerm> leaf =
        Arbitraries.oneOf(
            values().map(v -> new SearchTerm.Keyword(v, NOWHERE)),
            Combinators.combine(field, Arbitraries.of(SearchOperator.values()), values())
                .as((f, o, v) -> new SearchTerm.Comparison(f, o, v, NOWHERE)),
            Combinators.combine(field, values().list().ofMinSize(1).ofMaxSize(3))
                .as((f, v) -> new SearchTerm.In(f, v, NOWHERE)),
            values().map(v -> new SearchTerm.TimeRange("earliest", v, NOWHERE)),
            Arbitraries.just(new SearchTerm.Everything(NOWHERE)));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<SearchTerm> inner = Arbitraries.lazy(() -> searches(depth - 1));
    Arbitrary<List<SearchTerm>> several = inner.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf,
        several.map(t -> new SearchTerm.And(t, NOWHERE)),
        several.map(t -> new SearchTerm.Or(t, NOWHERE)),
        inner.map(t -> new SearchTerm.Not(t, NOWHERE)),
        Combinators.combine(templates(), Arbitraries.lazy(() -> pipelines(depth - 1)))
            .as(
                (texts, p) ->
                    new SearchTerm.Template(
                        new FieldName("f", NOWHERE), texts, List.of(p), NOWHERE)),
        Arbitraries.lazy(() -> pipelines(depth - 1))
            .map(p -> new SearchTerm.Subsearch(p, NOWHERE)));
  }

  private static Arbitrary<List<String>> templates() {
    return Arbitraries.of(
        List.of("f=", ""), List.of("f!=", ""), List.of("f IN (a, ", ")"), List.of("f IN (", ",b)"));
  }

  private static Arbitrary<Argument> arguments(int depth) {
    Arbitrary<Argument> word =
        Combinators.combine(texts(), Arbitraries.of(true, false))
            .as((text, quoted) -> new Argument.Word(text, quoted, NOWHERE));
    Arbitrary<Argument> comma = Arbitraries.just(new Argument.Comma(NOWHERE));
    if (depth == 0) {
      return Arbitraries.oneOf(word, comma);
    }
    Arbitrary<Argument> inner = Arbitraries.lazy(() -> arguments(depth - 1));
    Arbitrary<Argument> call =
        Combinators.combine(names(), inner.list().ofMaxSize(3))
            .as((n, a) -> new Argument.Call(n, NOWHERE, a, NOWHERE));
    Arbitrary<Argument> evaluation =
        expressions(depth - 1).map(e -> new Argument.Evaluation(e, NOWHERE));
    Arbitrary<Argument> evalCall =
        evaluation.map(e -> new Argument.Call("eval", NOWHERE, List.of(e), NOWHERE));
    Arbitrary<Argument> option =
        Combinators.combine(texts(), Arbitraries.oneOf(word, call, evalCall, evaluation))
            .as((n, v) -> new Argument.Option(n, NOWHERE, v, NOWHERE));
    Arbitrary<Argument> startsWith =
        searches(depth - 1)
            .map(t -> new Argument.Search(t, NOWHERE))
            .map(s -> new Argument.Option("startswith", NOWHERE, s, NOWHERE));
    Arbitrary<Argument> subsearch =
        Arbitraries.lazy(() -> pipelines(depth - 1)).map(p -> new Argument.Subsearch(p, NOWHERE));
    return Arbitraries.oneOf(word, comma, call, evalCall, option, startsWith, subsearch);
  }

  private static Arbitrary<RawCommand> commands(int depth) {
    Arbitrary<List<Argument>> general = arguments(depth).list().ofMaxSize(4);
    Arbitrary<Argument> search = searches(depth).map(t -> new Argument.Search(t, NOWHERE));
    Arbitrary<Argument> assignment =
        Combinators.combine(fields(), expressions(depth))
            .as((f, e) -> new Argument.Assignment(f, e, NOWHERE));
    Arbitrary<Argument> evaluation =
        expressions(depth).map(e -> new Argument.Evaluation(e, NOWHERE));
    return Arbitraries.oneOf(
        search.map(s -> command("search", List.of(s))),
        evaluation.map(e -> command("where", List.of(e))),
        assignment.list().ofMinSize(1).ofMaxSize(3).map(a -> command("eval", a)),
        general.map(a -> command("stats", a)),
        Combinators.combine(general, evaluation)
            .as((a, e) -> command("head", append(a, List.of(e)))),
        Combinators.combine(general, search, general)
            .as(
                (before, s, after) ->
                    command(
                        "tstats",
                        append(
                            before, append(List.of(keyword("where"), s, keyword("by")), after)))));
  }

  private static Argument keyword(String text) {
    return new Argument.Word(text, false, NOWHERE);
  }

  private static List<Argument> append(List<Argument> first, List<Argument> second) {
    List<Argument> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static RawCommand command(String name, List<Argument> arguments) {
    return new RawCommand(name, NOWHERE, arguments, NOWHERE);
  }

  static Arbitrary<Pipeline> pipelines(int depth) {
    return commands(depth)
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(commands -> new Pipeline(commands, NOWHERE));
  }
}
