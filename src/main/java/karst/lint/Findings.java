package karst.lint;

import java.util.List;
import karst.model.DataModels;
import karst.source.Diagnostic;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.Span;

/**
 * What the rules of one search find, and what they may look at besides its commands.
 *
 * @param models the data models
 */
record Findings(Diagnostics diagnostics, DataModels models) {
  /** Returns the expanded text of the search. */
  SourceMap text() {
    return diagnostics.map();
  }

  /** Adds a warning. */
  void add(Lint lint, Span place, String message) {
    diagnostics.add(Diagnostic.warning(lint.code(), message), place);
  }

  /** Adds a warning with a way to mend it. */
  void add(Lint lint, Span place, String message, String hint) {
    diagnostics.add(Diagnostic.warning(lint.code(), message).hint(hint), place);
  }

  /** Adds a warning about a name, with the nearest right one. */
  void addName(Lint lint, Span place, String message, String wrong, Iterable<String> names) {
    diagnostics.add(Diagnostic.warning(lint.code(), message).suggest(wrong, names), place);
  }

  /** Returns whether text stands in the search itself and came out of no macro. */
  boolean isWritten(Span place) {
    return text().origin(place).frames().isEmpty();
  }

  /** Returns all warnings. */
  List<Diagnostic> all() {
    return diagnostics.all();
  }
}
