package karst.yaml;

import java.util.Optional;
import karst.source.Span;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Leads from the YAML parser's places, which count code points, to those of a Java string. */
public final class YamlPlaces {
  private final String text;
  private final int codePoints;

  /** Creates the places of a text. */
  public YamlPlaces(String text) {
    this.text = text;
    this.codePoints = text.codePointCount(0, text.length());
  }

  /** Returns the place of an event. */
  public Span span(Event event) {
    return at(event.getStartMark()).to(at(event.getEndMark()));
  }

  /** Returns the place of a mark; the start of the text for none. */
  public Span at(Optional<Mark> mark) {
    return at(mark.map(Mark::getIndex).orElse(0));
  }

  /** Returns the place of a code point. */
  public Span at(int index) {
    int within = Math.min(index, codePoints);
    // Counting anew for each place would take quadratic time; few texts need it.
    boolean same = codePoints == text.length();
    return Span.at(same ? within : text.offsetByCodePoints(0, within));
  }
}
