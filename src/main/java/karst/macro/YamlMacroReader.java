package karst.macro;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Location;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import karst.source.SplException;
import karst.yaml.YamlPlaces;
import karst.yaml.YamlScalarMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
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
 * Reads a YAML file of one macro with the fields of security_content: name, arguments, definition,
 * description, and optionally iseval, validation, errormsg. Other fields are skipped.
 *
 * <p>It takes the parser's events and no tree: so it needs no recursion, and aliases, which it
 * refuses, cannot make a small file large.
 */
final class YamlMacroReader {
  private static final Set<String> TEXTS =
      Set.of(
          "name", "definition", "description", "iseval", "validation", "errormsg", "errormessage");

  private final SourceText source;
  private final YamlPlaces places;
  private final Iterator<Event> events;

  private YamlMacroReader(SourceText source) {
    this.source = source;
    this.places = new YamlPlaces(source.text());
    LoadSettings settings = LoadSettings.builder().setLabel(source.name()).build();
    this.events = new Parse(settings).parseString(source.text()).iterator();
  }

  /**
   * Returns the macro of a file.
   *
   * @throws SplException if the text is not YAML or not a macro
   */
  static MacroDefinition read(SourceText source) {
    YamlMacroReader reader = new YamlMacroReader(source);
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

  private MacroDefinition document() {
    events.next(); // the start of the stream
    Event start = events.next();
    Event root = start instanceof DocumentStartEvent ? events.next() : start;
    if (!(root instanceof MappingStartEvent)) {
      throw error(root, "expected a macro: fields such as `name: ...` and `definition: ...`");
    }
    MacroStanza stanza = new MacroStanza(line(root), true);
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      field(stanza, key);
    }
    events.next(); // the end of the document
    Event next = events.next();
    if (next instanceof DocumentStartEvent) {
      throw error(next, "expected one macro a file");
    }
    return stanza.toDefinition();
  }

  private void field(MacroStanza stanza, Event key) {
    String name = key instanceof ScalarEvent scalar ? scalar.getValue() : "";
    if (!(key instanceof ScalarEvent)) {
      skip(key);
    }
    Event value = events.next();
    if (name.equals("arguments")) {
      stanza.setArguments(texts(value));
    } else if (TEXTS.contains(name)) {
      stanza.set(name, text(name, value));
    } else {
      skip(value);
    }
  }

  private List<SourceMap> texts(Event start) {
    if (!(start instanceof SequenceStartEvent)) {
      throw error(start, "expected a list of names for `arguments`");
    }
    List<SourceMap> texts = new ArrayList<>();
    for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
      texts.add(text("arguments", item));
    }
    return texts;
  }

  private SourceMap text(String field, Event value) {
    if (value instanceof AliasEvent) {
      throw error(value, "aliases are not supported in a macro file");
    }
    if (!(value instanceof ScalarEvent scalar)) {
      throw error(value, "expected text for `" + field + "`");
    }
    if (scalar.isPlain() && scalar.getValue().isEmpty()) {
      throw new SplException(
          List.of(
              diagnostic(value, "expected text for `" + field + "`")
                  .hint("write \"\" for an empty text")));
    }
    return YamlScalarMap.of(
        source, places.span(scalar), scalar.getScalarStyle(), scalar.getValue());
  }

  /** Skips a value of any depth. */
  private void skip(Event first) {
    int depth = 0;
    Event event = first;
    while (true) {
      if (event instanceof MappingStartEvent || event instanceof SequenceStartEvent) {
        depth++;
      } else if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
        depth--;
      }
      if (depth == 0) {
        return;
      }
      event = events.next();
    }
  }

  private Location line(Event event) {
    Span place = places.span(event);
    int line = source.line(place.start());
    int end = source.lineStart(line) + source.lineText(line).length();
    return new Location(source, new Span(place.start(), Math.max(place.start(), end)));
  }

  private SplException error(Event event, String message) {
    return diagnostic(event, message).toException();
  }

  private Diagnostic diagnostic(Event event, String message) {
    return Diagnostic.error(DiagnosticCode.MACRO_DEFINITION, message).at(line(event));
  }

  private SplException notYaml(String problem, Span place, YamlEngineException cause) {
    return new SplException(
        Diagnostic.error(DiagnosticCode.MACRO_DEFINITION, "not YAML: " + problem)
            .at(new Location(source, place)),
        cause);
  }
}
