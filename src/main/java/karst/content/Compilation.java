package karst.content;

import java.util.List;
import karst.Engine;
import karst.Query;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of compiling a detection. One that makes Karst fail must not end the work on the
 * others, so such a failure is a diagnostic, too.
 *
 * @param query the compiled search; null if it is wrong
 * @param diagnostics faults if it is wrong, else warnings
 */
record Compilation(@Nullable Query query, List<Diagnostic> diagnostics) {
  static Compilation of(Engine engine, Detection detection) {
    try {
      Query query = engine.prepare(detection.search());
      return new Compilation(query, query.warnings());
    } catch (SplException wrong) {
      return new Compilation(null, wrong.diagnostics());
    } catch (RuntimeException | StackOverflowError failure) {
      return new Compilation(null, List.of(internal(failure, detection)));
    }
  }

  /** Returns a failure of Karst as a fault at a detection's search. */
  static Diagnostic internal(Throwable failure, Detection detection) {
    return Diagnostic.error(
            DiagnosticCode.INTERNAL,
            "Karst failed: " + failure.getClass().getSimpleName() + ": " + failure.getMessage())
        .at(detection.search(), detection.search().span())
        .hint("this is a fault of Karst, not of the search; please report it");
  }
}
