package karst;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import karst.ast.BinaryOperator;
import karst.ast.Expression;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.ast.Unparser;
import karst.command.Command;
import karst.command.Search;
import karst.command.Tstats;
import karst.command.Where;
import karst.source.SplException;

/**
 * Finds out what leaves a search without rows, by running the beginnings of it: the commands up to
 * one of them, and of that one the conditions up to one of them.
 */
final class EmptyResult {
  private final Engine engine;
  private final List<Command> commands;

  EmptyResult(Engine engine, List<Command> commands) {
    this.engine = engine;
    this.commands = List.copyOf(commands);
  }

  /** Returns the reason as a sentence in lower case; empty if there are rows or none is found. */
  String explain() {
    try {
      for (int i = 0; i < commands.size(); i++) {
        if (isEmpty(commands.subList(0, i), commands.get(i).toSpl())) {
          return explain(commands.subList(0, i), commands.get(i));
        }
      }
      return "";
    } catch (SplException beginning) {
      // A beginning may be no search, or meet a limit that the whole does not.
      return "";
    }
  }

  private String explain(List<Command> before, Command command) {
    String reason = "";
    if (command instanceof Tstats tstats) {
      reason = explain(before, tstats);
    } else if (command instanceof Search search) {
      reason = condition(terms(search.term()), Unparser::unparse, text -> "search " + text, before);
    } else if (command instanceof Where where) {
      reason =
          condition(terms(where.condition()), Unparser::unparse, text -> "where " + text, before);
    }
    return reason.isEmpty() ? "no row is left after `" + command.toSpl() + "`" : reason;
  }

  private String explain(List<Command> before, Tstats tstats) {
    String source = tstats.from() == null ? "" : " FROM datamodel=" + tstats.from().qualified();
    String count = "tstats count" + source;
    String where = tstats.where() instanceof SearchTerm.Everything ? "" : " WHERE ";
    String condition = where.isEmpty() ? "" : where + Unparser.unparse(tstats.where());
    String some = " | where count>0";
    if (isEmpty(before, count + some)) {
      return "there are no rows to begin with in `" + source.strip() + "`";
    }
    String reason =
        condition(
            terms(tstats.where()),
            Unparser::unparse,
            text -> count + " WHERE " + text + some,
            before);
    if (!reason.isEmpty()) {
      return reason;
    }
    List<String> keys = new ArrayList<>();
    for (FieldName key : tstats.by()) {
      keys.add(quoted(key.name()));
      if (isEmpty(before, count + condition + " BY " + String.join(" ", keys))) {
        return "no row has a value in `" + key.name() + "`, by which they are grouped";
      }
    }
    return "";
  }

  private static String quoted(String field) {
    return field.matches("[\\w.]+") ? field : "\"" + field + "\"";
  }

  /** Finds the first of some conditions that, with those before it, leaves no row. */
  private <T> String condition(
      List<T> terms,
      Function<T, String> unparser,
      Function<String, String> command,
      List<Command> before) {
    List<String> texts = new ArrayList<>();
    for (T term : terms) {
      texts.add("(" + unparser.apply(term) + ")");
      if (isEmpty(before, command.apply(String.join(" AND ", texts)))) {
        String text = unparser.apply(term);
        return texts.size() == 1
            ? "no row satisfies `" + text + "`"
            : "none of the rows that are left satisfies `" + text + "`";
      }
    }
    return "";
  }

  private static List<SearchTerm> terms(SearchTerm term) {
    if (term instanceof SearchTerm.Everything) {
      return List.of();
    }
    return term instanceof SearchTerm.And and ? and.terms() : List.of(term);
  }

  private static List<Expression> terms(Expression expression) {
    if (expression instanceof Expression.Binary binary && binary.operator() == BinaryOperator.AND) {
      List<Expression> terms = new ArrayList<>(terms(binary.left()));
      terms.addAll(terms(binary.right()));
      return terms;
    }
    return List.of(expression);
  }

  private boolean isEmpty(List<Command> before, String last) {
    StringBuilder spl = new StringBuilder();
    before.forEach(command -> spl.append("| ").append(command.toSpl()).append(' '));
    try (Result result = engine.prepare(spl + "| " + last).run()) {
      return !result.iterator().hasNext();
    }
  }
}
