package karst.macro;

import java.util.Optional;
import karst.source.Span;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Leads from the YAML parser's places, which count code points, to those of a Java string. */
final class YamlPlaces {
  private final String text;
  private final int codePoints;

  YamlPlaces(String text) {
    this.text = text;
    this.codePoints = text.codePointCount(0, text.length());
  }

  Span span(Event event) {
    return at(event.getStartMark()).to(at(event.getEndMark()));
  }

  Span at(Optional<Mark> mark) {
    return at(mark.map(Mark::getIndex).orElse(0));
  }

  Span at(int index) {
    int within = Math.min(index, codePoints);
    boolean same = codePoints == text.length();
    return Span.at(same ? within : text.offsetByCodePoints(0, within));
  }
}
