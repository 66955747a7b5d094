package karst.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import karst.ast.Argument;
import karst.ast.Expression;
import karst.ast.FieldName;
import karst.ast.Pipeline;
import karst.ast.SearchTerm;
import karst.ast.Unparser;
import karst.source.Span;

/** Writes a bound command as canonical SPL, its parts separated by a space. */
final class SplWriter {
  /** Words that some command would take for a keyword if they stood bare. */
  private static final Set<String> KEYWORDS =
      Set.of("as", "by", "groupby", "from", "where", "over", "sortby", "output", "outputnew");

  private final StringBuilder out;

  SplWriter(String command) {
    out = new StringBuilder(command);
  }

  /** Writes a part as it is. */
  SplWriter raw(String text) {
    out.append(' ').append(text);
    return this;
  }

  SplWriter option(String name, boolean value) {
    return raw(name + "=" + value);
  }

  SplWriter option(String name, long value) {
    return raw(name + "=" + value);
  }

  SplWriter option(String name, String value) {
    return raw(name + "=" + quoteIfNeeded(value));
  }

  SplWriter word(String text) {
    return raw(quoteIfNeeded(text));
  }

  SplWriter fields(List<FieldName> fields) {
    return list(fields.stream().map(field -> quoteIfNeeded(field.name())).toList());
  }

  /** Writes parts that are SPL already, with commas between. */
  SplWriter list(List<String> parts) {
    return parts.isEmpty() ? this : raw(String.join(", ", parts));
  }

  SplWriter by(List<FieldName> fields) {
    return fields.isEmpty() ? this : raw("BY").fields(fields);
  }

  SplWriter subsearch(Pipeline pipeline) {
    return raw("[" + Unparser.unparse(pipeline) + "]");
  }

  SplWriter condition(Expression expression) {
    return raw("(" + Unparser.unparse(expression) + ")");
  }

  /** Writes {@code WHERE} and a search, unless that holds for every row. */
  SplWriter where(SearchTerm term) {
    return term instanceof SearchTerm.Everything ? this : raw("WHERE " + Unparser.unparse(term));
  }

  /** Returns a word for a general argument, in quotes where it would mean something else bare. */
  static String quoteIfNeeded(String text) {
    boolean quoted =
        text.isEmpty()
            || text.startsWith("+")
            || text.startsWith("-")
            || KEYWORDS.contains(text.toLowerCase(Locale.ROOT));
    return quoted ? quote(text) : Unparser.unparse(new Argument.Word(text, false, Span.at(0)));
  }

  /** Returns a word for a general argument, in quotes. */
  static String quote(String text) {
    return Unparser.unparse(new Argument.Word(text, true, Span.at(0)));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
