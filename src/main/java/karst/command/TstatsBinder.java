package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/** Binds tstats: its clauses, and what it takes of aggregations (spl-semantics §5). */
final class TstatsBinder {
  private final Arguments arguments;
  private final List<AggregateCall> calls = new ArrayList<>();
  private @Nullable DataModelName from;
  private @Nullable SearchTerm where;
  private @Nullable List<FieldName> by;

  TstatsBinder(Arguments arguments) {
    this.arguments = arguments;
  }

  Tstats bind() {
    while (!arguments.atEnd()) {
      takeClause();
    }
    if (calls.isEmpty()) {
      arguments.missingUnlessFaulty("an aggregation such as count");
    }
    calls.forEach(this::check);
    Options options = arguments.options();
    if (options.has("chunk_size")) {
      options.integer("chunk_size", Tstats.MIN_CHUNK_SIZE);
    }
    List<FieldName> keys = by == null ? List.of() : by;
    Aggregations.warnOfSameNames(arguments, calls, keys);
    boolean prestats = options.bool("prestats");
    if (prestats) {
      noteIgnoredNames();
    }
    return new Tstats(
        calls,
        from,
        where == null ? SearchClause.everything(arguments.span()) : where,
        keys,
        timeSpan(keys),
        options.textOrNull("fillnull_value"),
        prestats,
        append(prestats),
        options.bool("summariesonly"),
        arguments.span());
  }

  private void takeClause() {
    Argument next = arguments.peek();
    if (arguments.takeKeyword("from")) {
      takeFrom(next);
    } else if (arguments.takeKeyword("where")) {
      SearchTerm term = withoutSecondWhere(SearchClause.take(arguments));
      checkNoFrom(term);
      where = where == null ? term : SearchClause.and(where, term);
    } else if (arguments.takeKeyword("by", "groupby")) {
      List<FieldName> fields = GroupKeys.take(arguments);
      if (by != null && next != null) {
        arguments.error(next.span(), "`BY` stands twice");
      }
      by = fields;
    } else if (isDataModel(next)) {
      String text = next == null ? "" : arguments.sourceText(next.span());
      arguments.error(
          next == null ? arguments.span() : next.span(),
          "`FROM` is missing before `datamodel`",
          "write `FROM " + text + "`");
      takeDataModel();
    } else {
      calls.addAll(Aggregations.take(arguments, "from", "where", "by", "groupby"));
      if (arguments.peek() == next) {
        arguments.reject();
      }
    }
  }

  private void takeFrom(@Nullable Argument keyword) {
    if (from != null && keyword != null) {
      arguments.error(keyword.span(), "`FROM` stands twice");
    }
    if (isDataModel(arguments.peek())) {
      takeDataModel();
    } else if (arguments.peek() instanceof Argument.Option option
        && option.name().equalsIgnoreCase("sid")) {
      arguments.take();
      arguments.report(
          Diagnostic.error(
              DiagnosticCode.UNSUPPORTED,
              "`tstats` reads data models only, not the job of a search"),
          option.span());
    } else if (arguments.peek() instanceof Argument.Word word
        && !arguments.atKeyword("where", "by", "groupby")) {
      arguments.take();
      String name = arguments.sourceText(word.span());
      arguments.error(
          word.span(), "`tstats` reads data models only", "write `FROM datamodel=" + name + "`");
      from = DataModelName.bind(arguments, word.text(), word.span());
    } else {
      arguments.missing("datamodel=<model>.<dataset> after `FROM`");
    }
  }

  private static boolean isDataModel(@Nullable Argument argument) {
    return argument instanceof Argument.Option option
        && option.name().equalsIgnoreCase("datamodel");
  }

  private void takeDataModel() {
    if (!(arguments.take() instanceof Argument.Option option)) {
      return;
    }
    if (option.value() instanceof Argument.Word word) {
      from = DataModelName.bind(arguments, word.text(), word.span());
    } else {
      arguments.error(
          option.value().span(), "`datamodel` takes a name", "such as Endpoint.Processes");
    }
  }

  /** A dataset's own {@code where nodename=...} may come before the WHERE of the search. */
  private static SearchTerm withoutSecondWhere(SearchTerm term) {
    if (!(term instanceof SearchTerm.And and)) {
      return term;
    }
    List<SearchTerm> terms = and.terms().stream().filter(each -> !isWord(each, "where")).toList();
    return terms.size() == 1 ? terms.get(0) : new SearchTerm.And(terms, and.span());
  }

  private void checkNoFrom(SearchTerm term) {
    for (SearchTerm each : SearchClause.terms(term)) {
      if (isWord(each, "from")) {
        arguments.error(each.span(), "`FROM` stands before `WHERE`");
      }
    }
  }

  private static boolean isWord(SearchTerm term, String word) {
    return term instanceof SearchTerm.Keyword keyword
        && !keyword.value().quoted()
        && keyword.value().form() == SearchValue.Form.PLAIN
        && keyword.value().text().equalsIgnoreCase(word);
  }

  private void check(AggregateCall call) {
    FieldName field = call.field();
    if (call.expression() != null) {
      arguments.error(
          call.span(),
          "`tstats` aggregates fields, not expressions",
          "use `stats` for `eval(...)`");
    } else if (Aggregations.lacksField(call)) {
      arguments.error(
          call.span(),
          "`" + call.function() + "` needs a field",
          "write `" + call.function() + "(<field>)`");
    } else if (field != null && field.hasWildcard()) {
      arguments.error(field.span(), "`tstats` takes no wildcards", "name each field");
    }
    if (call.function().equalsIgnoreCase("list")) {
      arguments.error(
          call.span(), "`tstats` has no `list`", "use `values`, which sorts and drops duplicates");
    }
  }

  private @Nullable String timeSpan(List<FieldName> keys) {
    boolean hasTime = keys.stream().anyMatch(key -> key.name().equals(Tstats.TIME_FIELD));
    Options options = arguments.options();
    String text = options.textOrNull("span");
    if (!hasTime) {
      if (text != null) {
        arguments.report(
            Diagnostic.warning(
                    DiagnosticCode.OPTION_WITHOUT_EFFECT, "`span` has no effect without `_time`")
                .hint("add `_time` to the fields after `BY`"),
            options.span("span"));
      }
      return null;
    }
    if (text == null || text.equalsIgnoreCase("auto")) {
      return Tstats.DEFAULT_SPAN;
    }
    Span place = options.span("span");
    String span = options.timeSpan("span");
    if (span != null && span.matches("\\d*(us|ms|cs|ds)")) {
      arguments.report(
          Diagnostic.error(
              DiagnosticCode.OPTION_VALUE, "the span of `tstats` must be at least a second"),
          place);
    }
    return span == null ? Tstats.DEFAULT_SPAN : span;
  }

  private void noteIgnoredNames() {
    if (calls.stream().anyMatch(AggregateCall::renamed)) {
      arguments.report(
          Diagnostic.note(
              DiagnosticCode.OPTION_WITHOUT_EFFECT,
              "with `prestats` names after `AS` do not count"),
          arguments.options().span("prestats"));
    }
  }

  private boolean append(boolean prestats) {
    boolean append = arguments.options().bool("append");
    if (append && !prestats) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`append` needs `prestats=true`")
              .hint("use the command `append` for rows that are not partial aggregates"),
          arguments.options().span("append"));
    }
    return append && prestats;
  }
}
