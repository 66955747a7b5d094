package karst.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding about a query, macro, table or option.
 *
 * @param severity how bad it is
 * @param code stable identifier
 * @param message what is wrong, one sentence in lower case without a final stop
 * @param origin where it is; null when it is about no text (an option, a missing file)
 * @param label short text beside the caret; null for none
 * @param hints ways to mend it, each a sentence
 */
public record Diagnostic(
    Severity severity,
    DiagnosticCode code,
    String message,
    @Nullable Origin origin,
    @Nullable String label,
    List<String> hints) {
  public Diagnostic {
    hints = List.copyOf(hints);
  }

  /** Returns an error without a place. */
  public static Diagnostic error(DiagnosticCode code, String message) {
    return new Diagnostic(Severity.ERROR, code, message, null, null, List.of());
  }

  /** Returns a warning without a place. */
  public static Diagnostic warning(DiagnosticCode code, String message) {
    return new Diagnostic(Severity.WARNING, code, message, null, null, List.of());
  }

  /** Returns a note without a place. */
  public static Diagnostic note(DiagnosticCode code, String message) {
    return new Diagnostic(Severity.NOTE, code, message, null, null, List.of());
  }

  // The hash that a record has by itself is put together when it is first asked for, which would
  // take a fiftieth of a short run.
  @Override
  public int hashCode() {
    return 31 * code.hashCode() + message.hashCode();
  }

  /** Returns this diagnostic at a place. */
  public Diagnostic at(Origin place) {
    return new Diagnostic(severity, code, message, place, label, hints);
  }

  /** Returns this diagnostic at a span of an expanded text. */
  public Diagnostic at(SourceMap map, Span span) {
    return at(map.origin(span));
  }

  /** Returns this diagnostic at a place in a text in which nothing was expanded. */
  public Diagnostic at(Location place) {
    return at(new Origin(place, List.of()));
  }

  /** Returns this diagnostic with a text beside the caret. */
  public Diagnostic label(String text) {
    return new Diagnostic(severity, code, message, origin, text, hints);
  }

  /** Returns this diagnostic with one more hint. */
  public Diagnostic hint(String hint) {
    List<String> more = new ArrayList<>(hints);
    more.add(hint);
    return new Diagnostic(severity, code, message, origin, label, more);
  }

  /** Returns this diagnostic with a "did you mean" hint when some candidate is near. */
  public Diagnostic suggest(String wrong, Iterable<String> candidates) {
    String nearest = NearestName.find(wrong, candidates);
    return nearest == null ? this : hint("did you mean `" + nearest + "`?");
  }

  /** Returns severity and number as one word, {@code E0101}. */
  public String id() {
    return severity.letter() + code.number();
  }

  /** Returns this diagnostic as an exception. */
  public SplException toException() {
    return new SplException(List.of(this));
  }
}
