package karst.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.FieldName;
import karst.ast.Pipeline;
import karst.ast.SearchOperator;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.parse.antlr.SplLexer;
import karst.parse.antlr.SplParser;
import karst.parse.antlr.SplParserBaseVisitor;
import karst.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes search terms. Nested ANDs and ORs are made flat: the parentheses said nothing. */
final class SearchBuilder extends SplParserBaseVisitor<SearchTerm> {
  /** An indexed field: {@code field::value} (spl-semantics §2.4). */
  private static final Pattern INDEXED =
      Pattern.compile("([A-Za-z_][\\w.-]*)::(.+)", Pattern.DOTALL);

  private final PipelineBuilder pipelines;

  SearchBuilder(PipelineBuilder pipelines) {
    this.pipelines = pipelines;
  }

  /** Makes a term of a search that may be empty. */
  SearchTerm search(SplParser.SearchContext context, Span emptySpan) {
    SplParser.SearchAndContext and = context.searchAnd();
    return and == null ? new SearchTerm.Everything(emptySpan) : visit(and);
  }

  @Override
  public SearchTerm visitSearchAnd(SplParser.SearchAndContext context) {
    List<SearchTerm> terms = new ArrayList<>();
    for (SplParser.SearchOrContext or : context.searchOr()) {
      SearchTerm term = visit(or);
      if (term instanceof SearchTerm.And nested) {
        terms.addAll(nested.terms());
      } else {
        terms.add(term);
      }
    }
    return combine(terms, context, SearchTerm.And::new);
  }

  @Override
  public SearchTerm visitSearchOr(SplParser.SearchOrContext context) {
    List<SearchTerm> terms = new ArrayList<>();
    for (SplParser.SearchNotContext not : context.searchNot()) {
      SearchTerm term = visit(not);
      if (term instanceof SearchTerm.Or nested) {
        terms.addAll(nested.terms());
      } else {
        terms.add(term);
      }
    }
    return combine(terms, context, SearchTerm.Or::new);
  }

  private static SearchTerm combine(
      List<SearchTerm> terms,
      ParserRuleContext context,
      BiFunction<List<SearchTerm>, Span, SearchTerm> combination) {
    return terms.size() == 1 ? terms.get(0) : combination.apply(terms, Spans.of(context));
  }

  @Override
  public SearchTerm visitSearchNot(SplParser.SearchNotContext context) {
    SearchTerm term = visit(context.searchTerm());
    List<TerminalNode> signs = context.NOT();
    for (int i = signs.size() - 1; i >= 0; i--) {
      term = new SearchTerm.Not(term, Spans.of(signs.get(i).getSymbol()).to(term.span()));
    }
    return term;
  }

  @Override
  public SearchTerm visitSearchGroup(SplParser.SearchGroupContext context) {
    SplParser.SearchAndContext inner = context.searchAnd();
    return inner == null ? new SearchTerm.Everything(Spans.of(context)) : visit(inner);
  }

  @Override
  public SearchTerm visitSearchSubsearch(SplParser.SearchSubsearchContext context) {
    return new SearchTerm.Subsearch(pipelines.subsearch(context.subsearch()), Spans.of(context));
  }

  @Override
  public SearchTerm visitSearchWrapped(SplParser.SearchWrappedContext context) {
    return keyword(context.getStart());
  }

  @Override
  public SearchTerm visitSearchIndexed(SplParser.SearchIndexedContext context) {
    Token name = context.getStart();
    String text = name.getText();
    Span nameSpan = new Span(name.getStartIndex(), name.getStopIndex() - 1);
    FieldName field = new FieldName(Literals.bare(text.substring(0, text.length() - 2)), nameSpan);
    SearchValue value = SearchTokens.value(context.STRING().getSymbol());
    return new SearchTerm.Comparison(field, SearchOperator.EQUAL, value, Spans.of(context));
  }

  @Override
  public SearchTerm visitSearchPredicate(SplParser.SearchPredicateContext context) {
    if (context.predicate() != null) {
      return predicate(context.term, context.predicate(), Spans.of(context));
    }
    Token token = context.term;
    Matcher indexed = INDEXED.matcher(token.getText());
    if (token.getType() == SplLexer.SEARCH_WORD && indexed.matches()) {
      return indexed(token, indexed);
    }
    return keyword(token);
  }

  @Override
  public SearchTerm visitSearchQuotedField(SplParser.SearchQuotedFieldContext context) {
    return predicate(context.field, context.predicate(), Spans.of(context));
  }

  private static SearchTerm keyword(Token token) {
    return new SearchTerm.Keyword(SearchTokens.value(token), Spans.of(token));
  }

  private static SearchTerm indexed(Token token, Matcher matcher) {
    Span span = Spans.of(token);
    int start = span.start();
    FieldName field = new FieldName(matcher.group(1), new Span(start, start + matcher.end(1)));
    SearchValue value =
        new SearchValue(
            Literals.bare(matcher.group(2)),
            false,
            SearchValue.Form.PLAIN,
            new Span(start + matcher.start(2), span.end()));
    return new SearchTerm.Comparison(field, SearchOperator.EQUAL, value, span);
  }

  private SearchTerm predicate(Token name, SplParser.PredicateContext context, Span span) {
    FieldName field = new FieldName(SearchTokens.fieldName(name), Spans.of(name));
    List<SplParser.SubsearchContext> subsearches = subsearches(context);
    if (!subsearches.isEmpty()) {
      return template(field, subsearches, span);
    }
    if (context instanceof SplParser.ComparisonPredicateContext comparison) {
      return comparison(field, comparison, span);
    }
    if (context instanceof SplParser.InPredicateContext in) {
      List<SearchValue> values = new ArrayList<>();
      for (SplParser.SearchValueContext value : in.searchValue()) {
        values.add(SearchTokens.value(value.getStart()));
      }
      SearchTerm term = new SearchTerm.In(field, values, span);
      return in.NOT_IN_OPEN() == null ? term : new SearchTerm.Not(term, span);
    }
    throw new IllegalStateException("no such predicate: " + context.getClass());
  }

  private static List<SplParser.SubsearchContext> subsearches(SplParser.PredicateContext context) {
    List<SplParser.SearchValueContext> values =
        context instanceof SplParser.InPredicateContext in
            ? in.searchValue()
            : context.getRuleContexts(SplParser.SearchValueContext.class);
    return values.stream()
        .map(SplParser.SearchValueContext::subsearch)
        .filter(Objects::nonNull)
        .toList();
  }

  private SearchTerm template(
      FieldName field, List<SplParser.SubsearchContext> subsearches, Span span) {
    List<String> texts = new ArrayList<>();
    List<Pipeline> pipelines = new ArrayList<>();
    int start = span.start();
    for (SplParser.SubsearchContext subsearch : subsearches) {
      Span brackets = Spans.of(subsearch);
      texts.add(this.pipelines.text(new Span(start, brackets.start())));
      pipelines.add(this.pipelines.subsearch(subsearch));
      start = brackets.end();
    }
    texts.add(this.pipelines.text(new Span(start, span.end())));
    return new SearchTerm.Template(field, texts, pipelines, span);
  }

  private static SearchTerm comparison(
      FieldName field, SplParser.ComparisonPredicateContext context, Span span) {
    SearchOperator operator = SearchTokens.operator(context.comparator().getStart());
    SearchValue value = SearchTokens.value(context.searchValue().getStart());
    String modifier = SearchTokens.timeModifier(field.name());
    if (modifier != null && operator == SearchOperator.EQUAL) {
      return new SearchTerm.TimeRange(modifier, value, span);
    }
    return new SearchTerm.Comparison(field, operator, value, span);
  }
}
