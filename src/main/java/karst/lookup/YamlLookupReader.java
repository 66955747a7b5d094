package karst.lookup;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Location;
import karst.source.SourceText;
import karst.source.Span;
import karst.source.SplException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML file of one lookup: the settings of {@code transforms.conf} as fields, a list where
 * a setting has several values. A file of the type {@code csv} that names no file of rows has them
 * beside it, under its own name.
 *
 * <p>It takes the parser's events and no tree, so it needs no recursion.
 */
final class YamlLookupReader {
  private final SourceText source;
  private final Iterator<Event> events;

  private YamlLookupReader(SourceText source) {
    this.source = source;
    LoadSettings settings = LoadSettings.builder().setLabel(source.name()).build();
    this.events = new Parse(settings).parseString(source.text()).iterator();
  }

  /**
   * Returns the lookup of a file; empty for one without rows, such as a model.
   *
   * @param stem the name of the file without its ending
   * @throws SplException if the text is no YAML, or a setting has no meaning
   */
  static Optional<LookupDefinition> read(SourceText source, String stem) {
    try {
      return definition(new YamlLookupReader(source).settings(), stem);
    } catch (YamlEngineException e) {
      throw new SplException(
          Diagnostic.error(DiagnosticCode.LOOKUP_DEFINITION, "not YAML: " + firstLine(e))
              .at(new Location(source, Span.at(0))),
          e);
    }
  }

  private static String firstLine(YamlEngineException fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
  }

  private static Optional<LookupDefinition> definition(
      Map<String, LookupSettings.Setting> settings, String stem) {
    LookupSettings.Setting name = settings.get("name");
    LookupSettings.Setting type = settings.get("lookup_type");
    String kind = type == null ? "" : type.text();
    String called = name == null ? stem : name.text();
    if (kind.equals("csv")) {
      settings.putIfAbsent("filename", new LookupSettings.Setting(stem + ".csv", null));
    } else if (kind.equals("kvstore")) {
      settings.putIfAbsent("collection", new LookupSettings.Setting(called, null));
    }
    LookupSettings lookup = new LookupSettings(called, settings);
    return lookup.isLookup() ? Optional.of(lookup.definition()) : Optional.empty();
  }

  private Map<String, LookupSettings.Setting> settings() {
    events.next(); // the start of the stream
    Event start = events.next();
    Event root = start instanceof DocumentStartEvent ? events.next() : start;
    if (!(root instanceof MappingStartEvent)) {
      throw Diagnostic.error(
              DiagnosticCode.LOOKUP_DEFINITION,
              "expected a lookup: fields such as `name: ...` and `filename: ...`")
          .at(new Location(source, Span.at(0)))
          .toException();
    }
    Map<String, LookupSettings.Setting> settings = new LinkedHashMap<>();
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      Event value = events.next();
      Location place = new Location(source, place(value));
      String text = text(value);
      if (key instanceof ScalarEvent name) {
        settings.put(name.getValue(), new LookupSettings.Setting(text, place));
      }
    }
    return settings;
  }

  private Span place(Event event) {
    int start = event.getStartMark().map(mark -> mark.getIndex()).orElse(0);
    int points = source.text().codePointCount(0, source.text().length());
    int at = source.text().offsetByCodePoints(0, Math.min(start, points));
    String rest =
        source.lineText(source.line(at)).substring(at - source.lineStart(source.line(at)));
    return new Span(at, at + rest.stripTrailing().length());
  }

  /** Returns a value; the items of a list with commas between, nothing for what lies deeper. */
  private String text(Event value) {
    if (value instanceof ScalarEvent scalar) {
      return scalar.getValue();
    }
    List<String> items = new ArrayList<>();
    int depth = 0;
    for (Event event = value; true; event = events.next()) {
      if (event instanceof MappingStartEvent || event instanceof SequenceStartEvent) {
        depth++;
      } else if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
        depth--;
      } else if (depth == 1
          && value instanceof SequenceStartEvent
          && event instanceof ScalarEvent item) {
        items.add(item.getValue());
      }
      if (depth == 0) {
        return String.join(",", items);
      }
    }
  }
}
