package karst.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Location;
import karst.source.SourceText;
import karst.source.Span;
import karst.source.SplException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML text of one document into nodes with places.
 *
 * <p>It takes the parser's events: the library's own composer recurses without a bound. Anchors and
 * aliases are refused, for a model has no use for them.
 */
final class YamlReader {
  /** Far more than a model needs (five), far less than the stack holds. */
  private static final int DEEPEST = 32;

  private final SourceText source;
  private final Offsets offsets;
  private final Iterator<Event> events;

  private YamlReader(SourceText source) {
    this.source = source;
    this.offsets = new Offsets(source.text());
    LoadSettings settings = LoadSettings.builder().setLabel(source.name()).build();
    this.events = new Parse(settings).parseString(source.text()).iterator();
  }

  /**
   * Returns the root of a text.
   *
   * @throws SplException if the text is empty or not such YAML
   */
  static YamlNode read(SourceText source) {
    try {
      return new YamlReader(source).document();
    } catch (MarkedYamlEngineException e) {
      throw syntaxError(
          source, e.getProblem(), new Offsets(source.text()).at(e.getProblemMark()), e);
    } catch (ReaderException e) {
      Span place = new Offsets(source.text()).at(e.getPosition());
      throw syntaxError(source, "a character that YAML does not allow", place, e);
    } catch (YamlEngineException e) {
      throw syntaxError(source, String.valueOf(e.getMessage()), Span.at(0), e);
    }
  }

  private YamlNode document() {
    events.next(); // the start of the stream
    Event first = events.next();
    if (!(first instanceof DocumentStartEvent)) {
      throw error("the file is empty", Span.at(0));
    }
    YamlNode root = node(events.next(), 0);
    Event end = events.next();
    if (!(end instanceof DocumentEndEvent)) {
      throw error("expected the end of the document", span(end));
    }
    Event after = events.next();
    if (after instanceof DocumentStartEvent) {
      throw error("a file holds one document", span(after));
    }
    return root;
  }

  private YamlNode node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw error("nested too deeply", span(event));
    }
    if (event instanceof ScalarEvent scalar) {
      return new YamlNode.Scalar(scalar.getValue(), span(event));
    }
    if (event instanceof SequenceStartEvent) {
      return sequence(event, depth);
    }
    if (event instanceof MappingStartEvent) {
      return mapping(event, depth);
    }
    throw error("anchors and aliases are not supported here", span(event));
  }

  private YamlNode sequence(Event start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    Event event = events.next();
    while (!(event instanceof SequenceEndEvent)) {
      items.add(node(event, depth + 1));
      event = events.next();
    }
    return new YamlNode.Sequence(items, span(start));
  }

  private YamlNode mapping(Event start, int depth) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Event event = events.next();
    while (!(event instanceof MappingEndEvent)) {
      YamlNode key = node(event, depth + 1);
      if (!(key instanceof YamlNode.Scalar name)) {
        throw error("a key is a single value", key.span());
      }
      entries.add(new YamlNode.Entry(name, node(events.next(), depth + 1)));
      event = events.next();
    }
    return new YamlNode.Mapping(entries, span(start));
  }

  private Span span(Event event) {
    return offsets.at(event.getStartMark()).to(offsets.at(event.getEndMark()));
  }

  private SplException error(String message, Span place) {
    return Diagnostic.error(DiagnosticCode.MODEL_DEFINITION, message)
        .at(new Location(source, place))
        .toException();
  }

  private static SplException syntaxError(
      SourceText source, String problem, Span place, YamlEngineException cause) {
    return new SplException(
        Diagnostic.error(DiagnosticCode.MODEL_DEFINITION, "not YAML: " + problem)
            .at(new Location(source, place)),
        cause);
  }

  /** Leads from the parser's places, which count code points, to those of a Java string. */
  private static final class Offsets {
    private final String text;
    private final int codePoints;

    Offsets(String text) {
      this.text = text;
      this.codePoints = text.codePointCount(0, text.length());
    }

    Span at(Optional<Mark> mark) {
      return at(mark.map(Mark::getIndex).orElse(0));
    }

    Span at(int index) {
      int within = Math.min(index, codePoints);
      // Counting anew for each place would take quadratic time; few texts need it.
      boolean same = codePoints == text.length();
      return Span.at(same ? within : text.offsetByCodePoints(0, within));
    }
  }
}
