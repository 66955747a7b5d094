package karst.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML text of one document into nodes with places.
 *
 * <p>It takes the parser's events: the library's own composer recurses without a bound. Anchors and
 * aliases are refused, for they can make a small file large.
 */
public final class YamlReader {
  /** Far more than a file needs (models have five), far less than the stack holds. */
  private static final int DEEPEST = 32;

  private final SourceText source;
  private final DiagnosticCode code;
  private final YamlPlaces places;
  private final Iterator<Event> events;

  private YamlReader(SourceText source, DiagnosticCode code) {
    this.source = source;
    this.code = code;
    this.places = new YamlPlaces(source.text());
    LoadSettings settings = LoadSettings.builder().setLabel(source.name()).build();
    this.events = new Parse(settings).parseString(source.text()).iterator();
  }

  /**
   * Returns the root of a text.
   *
   * @param code the kind of the faults
   * @throws SplException if the text is empty or not such YAML
   */
  public static YamlNode read(SourceText source, DiagnosticCode code) {
    YamlReader reader = new YamlReader(source, code);
    try {
      return reader.document();
    } catch (MarkedYamlEngineException e) {
      throw reader.notYaml(e.getProblem(), reader.places.at(e.getProblemMark()), e);
    } catch (ReaderException e) {
      Span place = reader.places.at(e.getPosition());
      throw reader.notYaml("a character that YAML does not allow", place, e);
    } catch (YamlEngineException e) {
      throw reader.notYaml(String.valueOf(e.getMessage()), Span.at(0), e);
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
      throw error("expected the end of the document", places.span(end));
    }
    Event after = events.next();
    if (after instanceof DocumentStartEvent) {
      throw error("a file holds one document", places.span(after));
    }
    return root;
  }

  private YamlNode node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw error("nested too deeply", places.span(event));
    }
    if (event instanceof ScalarEvent scalar) {
      return new YamlNode.Scalar(scalar.getValue(), places.span(event));
    }
    if (event instanceof SequenceStartEvent) {
      return sequence(event, depth);
    }
    if (event instanceof MappingStartEvent) {
      return mapping(event, depth);
    }
    throw error("anchors and aliases are not supported here", places.span(event));
  }

  private YamlNode sequence(Event start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    Event event = events.next();
    while (!(event instanceof SequenceEndEvent)) {
      items.add(node(event, depth + 1));
      event = events.next();
    }
    return new YamlNode.Sequence(items, places.span(start));
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
    return new YamlNode.Mapping(entries, places.span(start));
  }

  private SplException error(String message, Span place) {
    return Diagnostic.error(code, message).at(new Location(source, place)).toException();
  }

  private SplException notYaml(String problem, Span place, YamlEngineException cause) {
    return new SplException(
        Diagnostic.error(code, "not YAML: " + problem).at(new Location(source, place)), cause);
  }
}
