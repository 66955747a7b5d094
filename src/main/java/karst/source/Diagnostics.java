package karst.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the findings of one compilation, so that a user sees all of them at once. */
public final class Diagnostics {
  private final SourceMap map;
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  /** Creates a collector for the nodes of an expanded text. */
  public Diagnostics(SourceMap map) {
    this.map = map;
  }

  /** Returns the map that spans are looked up in. */
  public SourceMap map() {
    return map;
  }

  /** Adds a finding, if it is not there yet. */
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** Adds a finding at a span of the expanded text. */
  public void add(Diagnostic diagnostic, Span span) {
    add(diagnostic.at(map, span));
  }

  /** Returns whether an error was found. */
  public boolean hasErrors() {
    return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** Returns all findings in the order in which they were made. */
  public List<Diagnostic> all() {
    return List.copyOf(found);
  }

  /**
   * Ends a stage.
   *
   * @throws SplException if an error was found
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new SplException(all());
    }
  }
}
