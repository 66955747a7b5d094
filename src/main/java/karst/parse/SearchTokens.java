package karst.parse;

import java.util.Locale;
import java.util.Set;
import karst.ast.SearchOperator;
import karst.ast.SearchValue;
import karst.parse.antlr.SplLexer;
import karst.source.Span;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What single tokens of a search mean. */
final class SearchTokens {
  /** Fields that set the time range when they stand before an equals sign (spl-semantics §1.7). */
  private static final Set<String> TIME_MODIFIERS =
      Set.of(
          "earliest",
          "latest",
          "_index_earliest",
          "_index_latest",
          "starttime",
          "endtime",
          "timeformat",
          "starttimeu",
          "endtimeu",
          "daysago",
          "hoursago",
          "minutesago",
          "monthsago",
          "startdaysago",
          "starthoursago",
          "startminutesago",
          "startmonthsago",
          "enddaysago",
          "endhoursago",
          "endminutesago",
          "endmonthsago",
          "searchtimespandays",
          "searchtimespanhours",
          "searchtimespanminutes",
          "searchtimespanmonths");

  private SearchTokens() {}

  /** Returns a time modifier in lower case, or null for any other field. */
  static @Nullable String timeModifier(String field) {
    String lower = field.toLowerCase(Locale.ROOT);
    return TIME_MODIFIERS.contains(lower) ? lower : null;
  }

  /** Returns the name of a field before an operator. */
  static String fieldName(Token token) {
    return switch (token.getType()) {
      case SplLexer.STRING -> Literals.quoted(token.getText());
      case SplLexer.QUOTED_NAME -> Literals.name(token.getText());
      default -> Literals.bare(token.getText());
    };
  }

  /** Returns a comparison. */
  static SearchOperator operator(Token token) {
    return switch (token.getType()) {
      // A doubled sign is an equals here too, as in newer versions (spl-semantics §2.1).
      case SplLexer.EQUAL -> SearchOperator.EQUAL;
      case SplLexer.NOT_EQUAL -> SearchOperator.NOT_EQUAL;
      case SplLexer.LESS -> SearchOperator.LESS;
      case SplLexer.LESS_OR_EQUAL -> SearchOperator.LESS_OR_EQUAL;
      case SplLexer.GREATER -> SearchOperator.GREATER;
      case SplLexer.GREATER_OR_EQUAL -> SearchOperator.GREATER_OR_EQUAL;
      default -> throw new IllegalStateException("no such operator: " + token.getText());
    };
  }

  /** Returns a value or keyword. */
  static SearchValue value(Token token) {
    String text = token.getText();
    Span span = Spans.of(token);
    if (token.getType() == SplLexer.STRING) {
      return new SearchValue(Literals.quoted(text), true, SearchValue.Form.PLAIN, span);
    }
    if (token.getType() != SplLexer.WRAPPED) {
      return new SearchValue(Literals.bare(text), false, SearchValue.Form.PLAIN, span);
    }
    SearchValue.Form form = SearchValue.Form.valueOf(text.substring(0, text.indexOf('(')));
    String inner = text.substring(text.indexOf('(') + 1, text.length() - 1).strip();
    boolean quoted = inner.startsWith("\"");
    return new SearchValue(
        quoted ? Literals.quoted(inner) : Literals.bare(inner), quoted, form, span);
  }
}
