package karst.source;

import java.util.List;

/**
 * Renders diagnostics for people: severity, code, message, the source line with a caret under the
 * span, and the macro bodies that the text came through.
 */
public final class DiagnosticRenderer {
  private static final int MAX_WIDTH = 160;

  private DiagnosticRenderer() {}

  /** Renders diagnostics, one block each, with an empty line between. */
  public static String render(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      if (out.length() > 0) {
        out.append('\n');
      }
      out.append(render(diagnostic));
    }
    return out.toString();
  }

  /** Renders one diagnostic; the text ends in a line break. */
  public static String render(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    out.append(diagnostic.severity().label());
    out.append('[').append(diagnostic.id()).append("]: ").append(diagnostic.message()).append('\n');
    Origin origin = diagnostic.origin();
    String margin = " ";
    if (origin != null) {
      // The text itself, where it was written, is the primary place; the call explains it.
      List<Origin.Frame> frames = origin.frames();
      Location primary =
          frames.isEmpty() ? origin.location() : frames.get(frames.size() - 1).location();
      margin = " ".repeat(Integer.toString(primary.line()).length());
      excerpt(out, primary, diagnostic.label() == null ? "" : diagnostic.label());
      for (int i = frames.size() - 1; i >= 0; i--) {
        Location outer = i == 0 ? origin.location() : frames.get(i - 1).location();
        out.append(margin).append(" = in the expansion of `").append(frames.get(i).macro());
        out.append("`, called at ").append(outer).append('\n');
      }
    }
    for (String hint : diagnostic.hints()) {
      out.append(margin).append(" = help: ").append(hint).append('\n');
    }
    return out.toString();
  }

  private static void excerpt(StringBuilder out, Location place, String label) {
    SourceText source = place.source();
    int line = place.line();
    String number = Integer.toString(line);
    String margin = " ".repeat(number.length());
    String text = source.lineText(line);
    int from = Math.min(place.span().start() - source.lineStart(line), text.length());
    int to = Math.max(from, Math.min(place.span().end() - source.lineStart(line), text.length()));

    // A long line (many detections are one line) is cut around the caret.
    int cut = from > MAX_WIDTH * 2 / 3 ? from - MAX_WIDTH / 2 : 0;
    cut = onCharacter(text, cut);
    int end = onCharacter(text, Math.min(text.length(), cut + MAX_WIDTH));
    String prefix = cut > 0 ? "..." : "";
    String shown = prefix + text.substring(cut, end) + (end < text.length() ? "..." : "");
    int caretStart = prefix.length() + width(text, cut, from);
    int caretWidth = Math.max(1, width(text, from, Math.min(to, Math.max(from, end))));

    out.append(margin).append("--> ").append(place).append('\n');
    out.append(margin).append(" |\n");
    out.append(number).append(" | ").append(shown.replace('\t', ' ')).append('\n');
    out.append(margin).append(" | ").append(" ".repeat(caretStart)).append("^".repeat(caretWidth));
    if (!label.isEmpty()) {
      out.append(' ').append(label);
    }
    out.append('\n');
  }

  private static int onCharacter(String text, int offset) {
    boolean splits =
        offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
    return splits ? offset - 1 : offset;
  }

  /** Columns on a terminal: full-width characters take two, combining marks none. */
  private static int width(String text, int from, int to) {
    int width = 0;
    for (int i = from; i < to; ) {
      int codePoint = text.codePointAt(i);
      width += TerminalWidth.of(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }
}
