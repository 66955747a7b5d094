package karst.type;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of XML, its names without prefixes. Nothing outside of the text is read: document
 * types and entities of its own are refused.
 */
public final class XmlElement {
  private static final XMLInputFactory FACTORY = factory();

  /** Elements that are nested deeper than this are no log. */
  static final int MAX_DEPTH = 1000;

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlElement(String name) {
    this.name = name;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Returns a reader of a text that resolves nothing from outside. */
  static XMLStreamReader reader(String xml) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(new StringReader(xml.strip()));
  }

  /** Reads a text that is one element; returns null for any other text. */
  public static @Nullable XmlElement parse(String xml) {
    try {
      XMLStreamReader reader = reader(xml);
      Deque<XmlElement> open = new ArrayDeque<>();
      XmlElement root = null;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            XmlElement element = started(reader);
            if (open.isEmpty()) {
              root = element;
            } else {
              open.getFirst().children.add(element);
            }
            open.push(element);
            if (open.size() > MAX_DEPTH) {
              return null;
            }
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          case XMLStreamConstants.CHARACTERS -> {
            if (!open.isEmpty()) {
              open.getFirst().text.append(reader.getText());
            }
          }
          default -> {}
        }
      }
      return root;
    } catch (XMLStreamException e) {
      return null;
    }
  }

  private static XmlElement started(XMLStreamReader reader) {
    XmlElement element = new XmlElement(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return element;
  }

  /**
   * Returns the values at a path such as {@code a.b{2}.c{@id}}: elements by name, of several the
   * one at an index from 1, or an attribute. The first name is that of this element. An element
   * with others in it has no value.
   */
  public List<String> find(String path) {
    List<XmlElement> found = new ArrayList<>();
    XmlElement above = new XmlElement("");
    above.children.add(this);
    found.add(above);
    String attribute = null;
    for (String step : path.split("\\.")) {
      int brace = step.indexOf('{');
      String tag = brace < 0 ? step : step.substring(0, brace);
      String inner = brace < 0 ? "" : step.substring(brace + 1).replace("}", "");
      List<XmlElement> next = new ArrayList<>();
      for (XmlElement element : found) {
        List<XmlElement> named =
            element.children.stream().filter(child -> child.name.equals(tag)).toList();
        next.addAll(at(named, inner));
      }
      found = next;
      attribute = inner.startsWith("@") ? inner.substring(1) : attribute;
    }
    List<String> values = new ArrayList<>();
    for (XmlElement element : found) {
      String value = attribute == null ? element.value() : element.attributes.get(attribute);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static List<XmlElement> at(List<XmlElement> named, String index) {
    if (!index.matches("[0-9]{1,9}")) {
      return named;
    }
    int at = Integer.parseInt(index) - 1;
    return at >= 0 && at < named.size() ? List.of(named.get(at)) : List.of();
  }

  private @Nullable String value() {
    return children.isEmpty() ? text.toString().strip() : null;
  }

  /** Hands out path and value of each element without others in it and of each attribute. */
  public void leaves(BiConsumer<String, String> out) {
    leaves(name, out);
  }

  private void leaves(String path, BiConsumer<String, String> out) {
    attributes.forEach((key, value) -> out.accept(path + "{@" + key + "}", value));
    if (children.isEmpty() && text.length() > 0) {
      out.accept(path, text.toString().strip());
    }
    for (XmlElement child : children) {
      child.leaves(path + "." + child.name, out);
    }
  }
}
