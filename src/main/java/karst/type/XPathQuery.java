package karst.type;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Node;

/**
 * An XPath 1.0 expression over the XML of one event. Prefixes are passed over, in the expression as
 * in the text. One thread may use it at a time.
 */
public final class XPathQuery {
  /** A longer expression is none that somebody wrote. */
  private static final int MAX_LENGTH = 2000;

  /**
   * Each step that reaches far, and each path in brackets, may look at every node again: a tree for
   * which that are more looks than this is not searched.
   */
  private static final double MAX_LOOKS = 1e8;

  /** A quoted text, or a prefix. */
  private static final Pattern PREFIXED =
      Pattern.compile("(\"[^\"]*\"|'[^']*')|[\\p{L}_][\\w.-]*+:(?=[\\p{L}_*])");

  /** What may look at all nodes for each node. */
  private static final Pattern FAR =
      Pattern.compile("//|ancestor|descendant|following|preceding|last *\\(|position *\\(");

  private final XPathExpression expression;
  private final int levels;

  private XPathQuery(XPathExpression expression, int levels) {
    this.expression = expression;
    this.levels = levels;
  }

  /**
   * Compiles an expression.
   *
   * @throws InvalidSyntaxException if it is none
   */
  public static XPathQuery compile(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new InvalidSyntaxException(
          "an XPath expression has no more than " + MAX_LENGTH + " characters", MAX_LENGTH);
    }
    try {
      XPathFactory factory = XPathFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return new XPathQuery(factory.newXPath().compile(withoutPrefixes(text)), levels(text));
    } catch (XPathExpressionException e) {
      throw new InvalidSyntaxException("this is no XPath expression" + reason(e), 0);
    } catch (XPathFactoryConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The tree has no prefixes; what is in quotes stays, and so do axes such as {@code self::}. */
  private static String withoutPrefixes(String text) {
    return PREFIXED
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group(1) == null ? "" : found.group(1)));
  }

  private static String reason(XPathExpressionException fault) {
    String message = fault.getCause() == null ? null : fault.getCause().getMessage();
    return message == null || message.isBlank() ? "" : ": " + message;
  }

  /**
   * How often the nodes may be gone through for each node: for steps that reach far, and for paths
   * in brackets.
   */
  private static int levels(String text) {
    int depth = 0;
    int deepest = 0;
    boolean paths = false;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
      deepest = Math.max(deepest, depth);
      paths |= depth > 0 && text.charAt(i) == '/';
    }
    int far = (int) FAR.matcher(text).results().count();
    return Math.max(1, far) + (paths ? deepest : 0);
  }

  /**
   * Returns the values that are found: the text of each node, or the one text, number or truth
   * value that the expression is. Nothing is found in a text that is no XML.
   */
  public List<String> find(String xml) {
    XmlTree tree = XmlTree.parse(xml);
    if (tree == null || Math.pow(tree.size(), levels) > MAX_LOOKS) {
      return List.of();
    }
    try {
      return values(expression.evaluateExpression(tree.document()));
    } catch (XPathExpressionException e) {
      return List.of();
    }
  }

  private static List<String> values(XPathEvaluationResult<?> result) {
    Object value = result.value();
    if (value instanceof XPathNodes nodes) {
      List<String> texts = new ArrayList<>();
      for (Node node : nodes) {
        texts.add(node.getTextContent());
      }
      return texts;
    }
    if (value instanceof Double number) {
      return number.isNaN() ? List.of() : List.of(Numbers.format(number));
    }
    return value == null ? List.of() : List.of(value.toString());
  }
}
