package karst.source;

import java.util.List;

/**
 * The one exception that a caller of Karst meets: a query, macro, table or limit is at fault, and
 * the diagnostics say where and why.
 */
public final class SplException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /** Creates an exception from at least one diagnostic; the first is the message. */
  public SplException(List<Diagnostic> diagnostics) {
    super(diagnostics.get(0).message());
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Creates an exception from one diagnostic and the failure below it. */
  public SplException(Diagnostic diagnostic, Throwable cause) {
    super(diagnostic.message(), cause);
    this.diagnostics = List.of(diagnostic);
  }

  /** Returns what is wrong, errors and the warnings found beside them. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Returns the diagnostics as text with source lines and carets. */
  public String render() {
    return DiagnosticRenderer.render(diagnostics);
  }
}
