package karst.cli;

import java.util.List;
import karst.source.NearestName;
import karst.table.event.EventInput;
import picocli.CommandLine.TypeConversionException;

/**
 * Files of events and what is said of them.
 *
 * @param input the path and the fields
 */
record EventBinding(EventInput input) {
  private static final List<String> FIELDS = List.of("host", "source", "sourcetype", "index");

  /** Reads {@code PATH[,NAME=VALUE]...}; a comma that no name follows belongs to the text. */
  static EventBinding parse(String text) {
    String[] parts = text.split(",(?=\\w+=)");
    if (parts[0].isEmpty()) {
      throw new TypeConversionException(
          "expected PATH[,sourcetype=...][,source=...], not `" + text + "`");
    }
    EventInput input = EventInput.of(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      input = with(input, parts[i].substring(0, equals), parts[i].substring(equals + 1));
    }
    return new EventBinding(input);
  }

  private static EventInput with(EventInput input, String name, String value) {
    return switch (name) {
      case "host" -> input.withHost(value);
      case "source" -> input.withSource(value);
      case "sourcetype" -> input.withSourcetype(value);
      case "index" -> input.withIndex(value);
      default -> {
        String nearest = NearestName.find(name, FIELDS);
        throw new TypeConversionException(
            "`"
                + name
                + "` cannot be set: only "
                + String.join(", ", FIELDS)
                + (nearest == null ? "" : "; did you mean `" + nearest + "`?"));
      }
    };
  }
}
