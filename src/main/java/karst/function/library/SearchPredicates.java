package karst.function.library;

import static karst.type.SplType.BOOLEAN;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.STRING;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntPredicate;
import karst.function.Compiled;
import karst.function.Kernel;
import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.ScalarFunction;
import karst.vector.BooleanVector;
import karst.vector.Kind;
import karst.vector.NullVector;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Validity;
import karst.vector.Vector;

/**
 * The comparisons of search terms (spl-semantics §2.2, §2.3). They are two-valued: a missing field
 * is false, whatever the comparison; of a list any value decides.
 */
public final class SearchPredicates {
  /** What the names of these predicates begin with; eval has operators of the same symbols. */
  public static final String PREFIX = "search ";

  private static final Compiled<SearchPattern> PATTERNS =
      new Compiled<>("search", text -> SearchPattern.compile(text, false));
  private static final Compiled<SearchPattern> CASE_PATTERNS =
      new Compiled<>("search case", text -> SearchPattern.compile(text, true));

  public static final ScalarFunction EQUAL = pattern("=", false, true);
  public static final ScalarFunction EQUAL_CASE = pattern("=CASE", true, true);
  public static final ScalarFunction NOT_EQUAL = pattern("!=", false, false);
  public static final ScalarFunction NOT_EQUAL_CASE = pattern("!=CASE", true, false);
  public static final ScalarFunction LESS = ordering("<", c -> c < 0);
  public static final ScalarFunction LESS_OR_EQUAL = ordering("<=", c -> c <= 0);
  public static final ScalarFunction GREATER = ordering(">", c -> c > 0);
  public static final ScalarFunction GREATER_OR_EQUAL = ordering(">=", c -> c >= 0);

  /** A keyword or phrase in the raw event. */
  public static final ScalarFunction KEYWORD =
      keyword("keyword", text -> KeywordMatcher.word(text, false));

  public static final ScalarFunction KEYWORD_CASE =
      keyword("keyword case", text -> KeywordMatcher.word(text, true));

  /** A whole token of the raw event, minor breakers within. */
  public static final ScalarFunction TERM = keyword("term", KeywordMatcher::token);

  private SearchPredicates() {}

  private interface TextTest {
    boolean test(String text);
  }

  private static ScalarFunction predicate(String symbol, String summary, Kernel kernel) {
    return ScalarFunction.named(PREFIX + symbol.toLowerCase(Locale.ROOT), summary)
        .param("field", DYNAMIC)
        .param("value", STRING)
        .returns(BOOLEAN)
        .nulls(NullPolicy.CALLED)
        .multivalue(MultivaluePolicy.ANY)
        .kernel(kernel);
  }

  private static ScalarFunction keyword(String symbol, Function<String, KeywordMatcher> compiler) {
    Compiled<KeywordMatcher> matchers = new Compiled<>(symbol, compiler);
    return predicate(
        symbol,
        "Whether the raw event has a keyword or phrase, between breakers",
        (arguments, rows, context) -> {
          KeywordMatcher matcher =
              Objects.requireNonNull(matchers.of(context, arguments.get(1).textAt(0)));
          return each(arguments.get(0), rows, matcher::matches);
        });
  }

  private static ScalarFunction pattern(String symbol, boolean caseSensitive, boolean wanted) {
    String summary = wanted ? "Whether a field matches a pattern" : "Whether a field differs";
    return predicate(
        symbol,
        summary,
        (arguments, rows, context) -> {
          Compiled<SearchPattern> patterns = caseSensitive ? CASE_PATTERNS : PATTERNS;
          SearchPattern pattern =
              Objects.requireNonNull(patterns.of(context, arguments.get(1).textAt(0)));
          return matches(arguments.get(0), rows, pattern, wanted);
        });
  }

  private static Vector matches(Vector field, int rows, SearchPattern pattern, boolean wanted) {
    if (!(field instanceof StringVector strings)) {
      return each(field, rows, text -> pattern.matches(text) == wanted);
    }
    long[] bits = Validity.none(rows);
    byte[] heap = strings.heap();
    for (int row = 0; row < rows; row++) {
      if (!strings.isNull(row)
          && pattern.matches(heap, strings.start(row), strings.end(row)) == wanted) {
        Validity.set(bits, row);
      }
    }
    return new BooleanVector(bits, null, rows);
  }

  private static Vector each(Vector field, int rows, TextTest test) {
    long[] bits = Validity.none(rows);
    for (int row = 0; row < rows; row++) {
      if (field.kindAt(row) != Kind.NULL && test.test(String.valueOf(TextOf.row(field, row)))) {
        Validity.set(bits, row);
      }
    }
    return new BooleanVector(bits, null, rows);
  }

  /** Both sides numbers: by value; else by the bytes of their texts, case included. */
  private static ScalarFunction ordering(String symbol, IntPredicate holds) {
    return predicate(
        symbol,
        "Whether a field is " + symbol + " a value",
        (arguments, rows, context) -> {
          Vector field = arguments.get(0);
          if (field instanceof NullVector) {
            return new BooleanVector(Validity.none(rows), null, rows);
          }
          Comparand left = Comparand.of(field);
          Comparand right = Comparand.of(arguments.get(1));
          long[] bits = Validity.none(rows);
          for (int row = 0; row < rows; row++) {
            if (!field.isNull(row) && holds.test(left.compare(right, row, false))) {
              Validity.set(bits, row);
            }
          }
          return new BooleanVector(bits, null, rows);
        });
  }

  /** Returns all predicates. */
  public static List<ScalarFunction> all() {
    return List.of(
        EQUAL,
        EQUAL_CASE,
        NOT_EQUAL,
        NOT_EQUAL_CASE,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        KEYWORD,
        KEYWORD_CASE,
        TERM);
  }
}
