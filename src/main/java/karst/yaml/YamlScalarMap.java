package karst.yaml;

import java.util.List;
import karst.source.Location;
import karst.source.Origin;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Leads the characters of a YAML scalar's value to those that it was written with.
 *
 * <p>Value and source are walked side by side. Characters that stand in both are verbatim, so every
 * style of scalar has exact places; an escape leads to the escape as a whole, a folded line break
 * to where it stands. Where the walk loses its way (a tag before the scalar), the whole value leads
 * to the first line of the scalar.
 */
public final class YamlScalarMap {
  private final SourceText source;
  private final ScalarStyle style;
  private final String value;
  private final int end;
  private final SourceMap.Builder builder = new SourceMap.Builder();

  private int from; // start in the value of the run of verbatim characters
  private int read; // offset in the value
  private int at; // offset in the source

  private YamlScalarMap(SourceText source, Span written, ScalarStyle style, String value) {
    this.source = source;
    this.style = style;
    this.value = value;
    this.end = written.end();
    this.at = written.start();
  }

  /** Returns the value of a node as a map that leads to its file. */
  public static SourceMap of(SourceText source, YamlNode.Scalar scalar) {
    return of(source, scalar.span(), style(source, scalar.span()), scalar.text());
  }

  private static ScalarStyle style(SourceText source, Span written) {
    char first = written.length() == 0 ? ' ' : source.text().charAt(written.start());
    return switch (first) {
      case '\'' -> ScalarStyle.SINGLE_QUOTED;
      case '"' -> ScalarStyle.DOUBLE_QUOTED;
      case '|' -> ScalarStyle.LITERAL;
      case '>' -> ScalarStyle.FOLDED;
      default -> ScalarStyle.PLAIN;
    };
  }

  /**
   * Returns the value as a map that leads to its file.
   *
   * @param written the scalar in the file, with its quotes or its block header
   */
  public static SourceMap of(SourceText source, Span written, ScalarStyle style, String value) {
    SourceMap exact = new YamlScalarMap(source, written, style, value).walk();
    if (exact != null) {
      return exact;
    }
    int line = source.line(written.start());
    int lineEnd = source.lineStart(line) + source.lineText(line).length();
    Span firstLine = new Span(written.start(), Math.max(written.start(), lineEnd));
    SourceMap.Builder whole = new SourceMap.Builder();
    whole.synthetic(value, new Origin(new Location(source, firstLine), List.of()));
    return whole.build();
  }

  private @Nullable SourceMap walk() {
    skipOpening();
    while (read < value.length()) {
      if (!step()) {
        return null;
      }
    }
    flush();
    return builder.build();
  }

  private void skipOpening() {
    switch (style) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> at++;
      case LITERAL, FOLDED -> {
        int line = source.line(at);
        at = line < source.lineCount() ? source.lineStart(line + 1) : end;
      }
      case PLAIN, JSON_SCALAR_STYLE -> {}
    }
  }

  /** Takes at least one character of the value or of the source; returns whether it could. */
  private boolean step() {
    char wanted = value.charAt(read);
    char written = at < end ? source.text().charAt(at) : '\0';
    if (style == ScalarStyle.DOUBLE_QUOTED && written == '\\') {
      return escape();
    }
    if (at < end && written == wanted) {
      read++;
      at++;
      if (style == ScalarStyle.SINGLE_QUOTED && written == '\'') {
        flush();
        at++; // the quote is written twice
      }
      return true;
    }
    if (wanted == ' ' || wanted == '\n') {
      made(1, new Span(Math.min(at, end), Math.min(at, end)));
      return true;
    }
    if (at < end && Character.isWhitespace(written)) {
      flush();
      at++;
      return true;
    }
    return false;
  }

  private boolean escape() {
    if (at + 1 >= end) {
      return false;
    }
    int digits =
        switch (source.text().charAt(at + 1)) {
          case 'x' -> 2;
          case 'u' -> 4;
          case 'U' -> 8;
          default -> 0;
        };
    int length = 2 + digits;
    char escaped = source.text().charAt(at + 1);
    if (escaped == '\n' || escaped == '\r') {
      flush();
    } else {
      made(Character.charCount(value.codePointAt(read)), new Span(at, Math.min(end, at + length)));
    }
    at += length;
    from = read;
    return true;
  }

  /** Appends characters of the value that are not written as themselves. */
  private void made(int count, Span place) {
    flush();
    builder.synthetic(
        value.substring(read, read + count), new Origin(new Location(source, place), List.of()));
    read += count;
    from = read;
  }

  /** Appends the run of verbatim characters that ends here. */
  private void flush() {
    int length = read - from;
    builder.verbatim(value.substring(from, read), new Location(source, new Span(at - length, at)));
    from = read;
  }
}
