package karst.plan;

import java.util.List;
import java.util.Set;
import karst.ast.Argument;
import karst.ast.Expression;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.ast.SearchTerm;

/** Collects every word of a pipeline that could be the name of a field. */
final class NamedFields {
  /** No field has a longer name; what is longer is a text, such as a pattern. */
  private static final int LONGEST = 200;

  /** Commands that look at the event types without naming the field. */
  private static final Set<String> EVENT_TYPE_COMMANDS = Set.of("tags", "typer");

  private NamedFields() {}

  /** Adds the words of a pipeline and of those within it. */
  static void collect(Pipeline pipeline, Set<String> names) {
    for (RawCommand command : pipeline.commands()) {
      if (EVENT_TYPE_COMMANDS.contains(command.name())) {
        names.add(EventTypes.FIELD);
      }
      command.arguments().forEach(argument -> collect(argument, names));
    }
  }

  private static void collect(Argument argument, Set<String> names) {
    if (argument instanceof Argument.Word word) {
      add(word.text(), names);
    } else if (argument instanceof Argument.Option option) {
      // In some commands a field stands to the left of the sign: regex field="pattern".
      String name = option.name();
      add(name.endsWith("!") ? name.substring(0, name.length() - 1) : name, names);
      collect(option.value(), names);
    } else if (argument instanceof Argument.Call call) {
      call.arguments().forEach(part -> collect(part, names));
    } else if (argument instanceof Argument.Evaluation evaluation) {
      collect(evaluation.expression(), names);
    } else if (argument instanceof Argument.Assignment assignment) {
      collect(assignment.expression(), names);
    } else if (argument instanceof Argument.Search search) {
      collect(search.term(), names);
    } else if (argument instanceof Argument.Subsearch subsearch) {
      collect(subsearch.pipeline(), names);
    }
  }

  /** Adds the fields of a search expression. */
  static void collect(SearchTerm term, Set<String> names) {
    if (term instanceof SearchTerm.And and) {
      and.terms().forEach(part -> collect(part, names));
    } else if (term instanceof SearchTerm.Or or) {
      or.terms().forEach(part -> collect(part, names));
    } else if (term instanceof SearchTerm.Not not) {
      collect(not.term(), names);
    } else if (term instanceof SearchTerm.Comparison comparison) {
      add(comparison.field().name(), names);
    } else if (term instanceof SearchTerm.In in) {
      add(in.field().name(), names);
    } else if (term instanceof SearchTerm.Template template) {
      add(template.field().name(), names);
      template.subsearches().forEach(pipeline -> collect(pipeline, names));
    } else if (term instanceof SearchTerm.Subsearch subsearch) {
      collect(subsearch.pipeline(), names);
    }
  }

  /** Adds the fields of an eval expression. */
  static void collect(Expression expression, Set<String> names) {
    if (expression instanceof Expression.Field field) {
      add(field.name(), names);
    } else if (expression instanceof Expression.DottedName dotted) {
      // The parts, not the whole: a bare name with dots joins values (spl-semantics Q5).
      collectAll(dotted.parts(), names);
    } else if (expression instanceof Expression.Unary unary) {
      collect(unary.operand(), names);
    } else if (expression instanceof Expression.Binary binary) {
      collect(binary.left(), names);
      collect(binary.right(), names);
    } else if (expression instanceof Expression.In in) {
      collect(in.value(), names);
      collectAll(in.items(), names);
    } else if (expression instanceof Expression.Call call) {
      collectAll(call.arguments(), names);
      if (call.name().equalsIgnoreCase("searchmatch")) {
        call.arguments().forEach(argument -> collectSearched(argument, names));
      }
    } else if (expression instanceof Expression.Subsearch subsearch) {
      collect(subsearch.pipeline(), names);
    }
  }

  /** The text of a search names fields, too. */
  private static void collectSearched(Expression argument, Set<String> names) {
    if (argument instanceof Expression.StringLiteral text) {
      for (String word : text.value().split("[\\s()\"=<>!]+", -1)) {
        add(word, names);
      }
    }
  }

  private static void collectAll(List<? extends Expression> expressions, Set<String> names) {
    expressions.forEach(part -> collect(part, names));
  }

  private static void add(String name, Set<String> names) {
    if (name.startsWith("$") || name.startsWith("-") || name.startsWith("+")) {
      // The value alone, as return gives it, or the direction of a sort.
      add(name.substring(1), names);
    }
    boolean possible = !name.isBlank() && name.length() <= LONGEST && name.indexOf('*') < 0;
    if (possible && name.chars().anyMatch(Character::isLetter)) {
      names.add(name);
    }
  }
}
