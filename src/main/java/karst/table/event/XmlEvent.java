package karst.table.event;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads Windows events in XML: the elements of {@code System} by their names, their attributes by
 * names of their own, {@code <Data Name='X'>} as the field X, the leaves of {@code UserData} by
 * their names (spl-semantics §7.5). Empty elements are no fields. Documents that declare entities
 * are refused, and nothing outside of the record is ever read.
 */
final class XmlEvent implements EventParser {
  private static final int DEEPEST = 100;

  private static final Set<String> SYSTEM =
      Set.of(
          "ActivityID",
          "Channel",
          "Computer",
          "Guid",
          "Level",
          "Name",
          "Opcode",
          "ProcessID",
          "Task",
          "ThreadID",
          "UserID",
          "Version");

  private final XMLInputFactory factory = newFactory();

  private static XMLInputFactory newFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("a reference to something outside of the event");
        });
    return factory;
  }

  @Override
  public void parse(EventRecord record, EventFields fields) throws MalformedEventException {
    String text = fields.raw();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      try {
        read(reader, fields);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException wrong) {
      throw new MalformedEventException(reason(wrong));
    }
    addIfAny(fields, "UserData_Xml", inside(text, "UserData"));
  }

  private static void read(XMLStreamReader reader, EventFields fields)
      throws XMLStreamException, MalformedEventException {
    Deque<String> path = new ArrayDeque<>();
    StringBuilder content = new StringBuilder();
    String dataName = null;
    boolean leaf = false;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (path.size() == DEEPEST) {
            throw new MalformedEventException("nested more than " + DEEPEST + " deep");
          }
          path.addLast(reader.getLocalName());
          content.setLength(0);
          leaf = true;
          dataName = reader.getAttributeValue(null, "Name");
          if (isWithin(path, "System")) {
            attributes(reader, fields);
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            content.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          String section = section(path);
          String element = path.removeLast();
          if (leaf && section != null) {
            leaf(section, element, dataName, content.toString(), fields);
          }
          leaf = false;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new MalformedEventException("a document type or an entity of its own");
        default -> {}
      }
    }
  }

  private static void leaf(
      String section, String element, @Nullable String dataName, String text, EventFields fields) {
    switch (section) {
      case "System" -> addIfAny(fields, element, text.strip());
      case "EventData" -> data(dataName == null ? element : dataName, text, fields);
      case "UserData" -> addIfAny(fields, element, text.strip());
      case "RenderingInfo" -> {
        if (element.equals("Message")) {
          addIfAny(fields, "Message", text);
        }
      }
      default -> {}
    }
  }

  /** What the event says of its matter goes before what the log says of the event. */
  private static void data(String name, String text, EventFields fields) {
    if (!text.isEmpty() && SYSTEM.contains(name) && fields.get(name) != null) {
      fields.set(name, text);
    } else {
      addIfAny(fields, name, text);
    }
  }

  private static void attributes(XMLStreamReader reader, EventFields fields) {
    String element = reader.getLocalName();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      if (!name.equals("Qualifiers") || !element.equals("EventID")) {
        addIfAny(fields, name, reader.getAttributeValue(i));
      }
    }
  }

  private static void addIfAny(EventFields fields, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fields.add(name, value);
    }
  }

  private static boolean isWithin(Deque<String> path, String wanted) {
    return wanted.equals(section(path)) && path.size() > 2;
  }

  /** Returns the part of the event that a path leads into, null for the event itself. */
  private static @Nullable String section(Deque<String> path) {
    int depth = 0;
    for (String element : path) {
      if (depth++ == 1) {
        return element;
      }
    }
    return null;
  }

  private static @Nullable String inside(String text, String element) {
    int open = text.indexOf("<" + element);
    int start = open < 0 ? -1 : text.indexOf('>', open);
    int end = start < 0 ? -1 : text.indexOf("</" + element + ">", start);
    return end < 0 ? null : text.substring(start + 1, end);
  }

  private static String reason(XMLStreamException wrong) {
    String message = String.valueOf(wrong.getMessage());
    int at = message.indexOf("Message: ");
    return (at < 0 ? message : message.substring(at + "Message: ".length())).strip();
  }
}
