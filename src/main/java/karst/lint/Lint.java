package karst.lint;

import java.util.Locale;
import karst.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/** The kinds of warnings that the linter gives. */
public enum Lint {
  /** A field is used that no command makes. */
  UNKNOWN_FIELD(DiagnosticCode.LINT_UNKNOWN_FIELD),
  /** A field of a dataset is used that the data model does not have. */
  MODEL_FIELD(DiagnosticCode.LINT_MODEL_FIELD),
  /** {@code search} begins its condition with the word {@code search}. */
  SEARCH_SEARCH(DiagnosticCode.LINT_SEARCH_SEARCH),
  /** A bare word stands beside comparisons, and is looked for in the raw event. */
  BARE_KEYWORD(DiagnosticCode.LINT_BARE_KEYWORD),
  /** A subsearch gives no more than a number of rows, or a join one for each row. */
  SUBSEARCH_LIMIT(DiagnosticCode.LINT_SUBSEARCH_LIMIT),
  /** A sort keeps its first rows only. */
  SORT_LIMIT(DiagnosticCode.LINT_SORT_LIMIT),
  /** A command changes nothing. */
  DEAD_STAGE(DiagnosticCode.LINT_DEAD_STAGE),
  /** A star is compared as a character where a pattern was meant. */
  LITERAL_STAR(DiagnosticCode.LINT_LITERAL_STAR),
  /** A field's name stands where a value is expected. */
  FIELD_AS_VALUE(DiagnosticCode.LINT_FIELD_AS_VALUE),
  /** A value stands twice in a list of alternatives. */
  DUPLICATE_VALUE(DiagnosticCode.LINT_DUPLICATE_VALUE);

  private final DiagnosticCode code;

  Lint(DiagnosticCode code) {
    this.code = code;
  }

  /** Returns the kind with a code such as {@code W0801} or a label, in any case, or null. */
  public static @Nullable Lint find(String name) {
    for (Lint lint : values()) {
      if (name.equalsIgnoreCase(lint.id()) || name.equalsIgnoreCase(lint.label())) {
        return lint;
      }
    }
    return null;
  }

  /** Returns the code of the warnings. */
  public DiagnosticCode code() {
    return code;
  }

  /** Returns the code as warnings show it, {@code W0801}. */
  public String id() {
    return "W" + code.number();
  }

  /** Returns the name as people write it, {@code unknown-field}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
