package karst.content;

/** Writes HTML. What is not markup of this program goes through {@link #text}. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Opens an element. */
  Html open(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /** Closes an element. */
  Html close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  /** Writes an element that holds text. */
  Html element(String name, String text) {
    return open(name).text(text).close(name);
  }

  /** Writes text, whatever stands in it. */
  Html text(String text) {
    escape(text);
    return this;
  }

  /** Writes markup of this program. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> character(c);
      }
    }
  }

  /** Shows what a browser would hide, or turn the reading direction by. */
  private void character(char c) {
    int type = Character.getType(c);
    boolean hidden =
        (type == Character.CONTROL && c != '\n' && c != '\t')
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR;
    if (hidden) {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
