package karst.table.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * Reads JSON objects: a value within an object has the name {@code outer.inner}, the values of an
 * array the name {@code array{}} (spl-semantics §2.4). Null is no value; numbers and truth values
 * are their text.
 */
final class JsonEvent implements EventParser {
  /** Deeper nesting is refused. */
  private static final int DEEPEST = 100;

  private static final int LONGEST_REASON = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(EventFile.MAX_RECORD_BYTES)
                  .build())
          .build();

  @Override
  public void parse(EventRecord record, EventFields fields) throws MalformedEventException {
    object(fields.raw(), "", fields);
  }

  /** Adds the members of an object, their names behind a prefix. */
  static void object(String text, String prefix, EventFields fields)
      throws MalformedEventException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedEventException("expected a JSON object");
      }
      members(parser, prefix, fields);
      if (parser.nextToken() != null) {
        throw new MalformedEventException("text follows the JSON object");
      }
    } catch (JsonProcessingException wrong) {
      throw new MalformedEventException(reason(wrong));
    } catch (IOException impossible) {
      throw new MalformedEventException(String.valueOf(impossible.getMessage()));
    }
  }

  private static void members(JsonParser parser, String prefix, EventFields fields)
      throws IOException {
    JsonToken token = parser.nextToken();
    for (; token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
      String name = prefix + parser.currentName();
      parser.nextToken();
      value(parser, name, fields);
    }
  }

  private static void value(JsonParser parser, String name, EventFields fields) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> members(parser, name + ".", fields);
      case START_ARRAY -> {
        String element = name + "{}";
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          value(parser, element, fields);
        }
      }
      case VALUE_NULL -> {}
      default -> fields.add(name, parser.getText());
    }
  }

  /** The library's messages go over several lines and name itself; the start says what is wrong. */
  private static String reason(JsonProcessingException wrong) {
    String message = String.valueOf(wrong.getOriginalMessage());
    int end = message.indexOf('\n');
    int marker = message.indexOf(" (start marker");
    end = marker >= 0 && (end < 0 || marker < end) ? marker : end;
    String line = end < 0 ? message : message.substring(0, end);
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
  }
}
