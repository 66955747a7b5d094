package karst.type;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * XML as a tree that XPath walks, its names without prefixes and namespaces.
 *
 * @param document the tree
 * @param size the number of its elements, attributes and texts
 */
record XmlTree(Document document, int size) {
  /** Returns the tree of a text; null for one that is no XML. */
  static @Nullable XmlTree parse(String xml) {
    try {
      return read(XmlElement.reader(xml));
    } catch (XMLStreamException e) {
      return null;
    }
  }

  private static @Nullable XmlTree read(XMLStreamReader reader) throws XMLStreamException {
    Document document = empty();
    Node open = document;
    int size = 0;
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Element element = document.createElementNS(null, reader.getLocalName());
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.setAttributeNS(
                null, reader.getAttributeLocalName(i), reader.getAttributeValue(i));
          }
          open.appendChild(element);
          open = element;
          size += 1 + reader.getAttributeCount();
          if (++depth > XmlElement.MAX_DEPTH) {
            return null;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          open = open.getParentNode();
          depth--;
        }
        case XMLStreamConstants.CHARACTERS -> {
          if (depth > 0) {
            open.appendChild(document.createTextNode(reader.getText()));
            size++;
          }
        }
        default -> {}
      }
    }
    return new XmlTree(document, size);
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
